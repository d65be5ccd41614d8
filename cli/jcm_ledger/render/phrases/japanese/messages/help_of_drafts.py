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
        "Put the reviewed tables of a draft into the ledger: commitments, bodies, a meeting.",
        "点検した草案の表（コミットメント、機関、会合）を台帳に加える。",
    ),
    (
        (
            "All go to the end of the file or none, without the draft's remarks, and each is checked "
            "as a table that is added. A commitment needs a title; where nobody typed another id over "
            "the one that was proposed, it gets one from the title. What is there already is not "
            "added again. At a terminal you are asked first."
        ),
        (
            "全ての表をファイルの末尾に加えるか、一つも加えない。草案の説明は残らず、"
            "各表は追加時と同じ点検を受ける。コミットメントには題名が必要。"
            "提案されたIDは、書き換えられていなければ題名から作る。"
            "既に台帳にあるものは加えない。端末では先に確認する。"
        ),
    ),
    ("A draft in TOML that somebody reviewed.", "点検済みのTOMLの草案。"),
    (
        "The meeting that made the commitments that name none.",
        "会合の記載のないコミットメントが成立した会合。",
    ),
    (
        "Add the bodies too that are proposed behind # and that own commitments of it.",
        "#の付いた機関の表のうち、草案のコミットメントを担当するものも加える。",
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
