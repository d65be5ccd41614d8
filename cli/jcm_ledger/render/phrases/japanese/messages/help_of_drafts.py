"""The help pages of commands that read statements and drafts: each paragraph by itself."""

HELP_OF_DRAFTS = (
    (
        "Propose commitments from the text of a joint statement, for a person to review.",
        "共同文書の本文からコミットメントの草案を作る（人が点検する）。",
    ),
    (
        (
            "It goes by the wording alone: it may miss commitments, and read others wrongly. Every "
            "sentence is shown with what became of it: proposed, perhaps, or left out and why. No "
            "title is written, so that nothing gets into a ledger unread."
        ),
        (
            "文言のみによるため、見落としや誤読があり得る。"
            "全ての文について、提案、要検討又は対象外の別と理由を示す。"
            "題名は書かないので、読まれないまま台帳に入ることはない。"
        ),
    ),
    (
        "A file of text, HTML, Word (.docx) or PDF; - is standard input.",
        "テキスト、HTML、Word（.docx）又はPDFのファイル。-は標準入力。",
    ),
    (
        "The meeting that made it; one that the ledger lacks is proposed too.",
        "成立した会合。台帳にない会合は、その表も提案する。",
    ),
    (
        "The statement's day, by which \"next year\" is understood; else the meeting's or the file's.",
        "共同文書の日付（「来年」などの起点）。省略時は会合又はファイルの日付。",
    ),
    (
        "Write to a file, in the format of its suffix; else to stdout.",
        "拡張子の形式でファイルに書き出す。省略時は標準出力。",
    ),
    (
        "For stdout (default: toml) and files whose suffix says nothing.",
        "標準出力（既定：toml）及び拡張子で形式の分からないファイルの形式。",
    ),
)
"""The help pages of commands that read statements and drafts: each paragraph by itself."""
