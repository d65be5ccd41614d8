"""The help page of importing: what is said of it, of its argument and its options."""

HELP_OF_IMPORTS = (
    ("Take a table that somebody kept into the ledger.", "手元の表を台帳に取り込む。"),
    (
        (
            "Headings are known in English and Japanese. What each column becomes is shown first, "
            "with the first rows and the new bodies; then all is added, or nothing. Columns headed "
            "by a date become reports of that day. What is on file already is not added again. What "
            "cannot be read is told, all at once, by cell."
        ),
        (
            "見出しは英語でも日本語でもよい。各列の取込先、最初の行及び新たな機関を先に示し、"
            "全てを追加するか、何も追加しない。日付を見出しとする列は、その日の報告とする。"
            "記録済みのものは追加しない。読み取れないものは、セルごとに全てを示す。"
        ),
    ),
    (
        "A workbook (.xlsx), an OpenDocument spreadsheet (.ods), or .csv.",
        "ブック（.xlsx）、OpenDocument表計算文書（.ods）又は.csv。",
    ),
    (
        "The sheet, where several have a table in them.",
        "シート（表のあるシートが複数ある場合）。",
    ),
    (
        (
            "What a column, by its heading or letters, becomes: a key of docs/importing.md, "
            "field.NAME for one of your own, none to leave it out; status@DATE, note@DATE, "
            "owners@SIDE. Repeated."
        ),
        (
            "列（見出し又は列記号）の取込先。docs/importing.mdのキー、独自項目はfield.NAME、"
            "除外はnone。status@DATE、note@DATE、owners@SIDEも可。繰返し可。"
        ),
    ),
    (
        "The meeting that made them, unless a column says it.",
        "表明された会合（会合の列がない場合）。",
    ),
    (
        "Who owns the rows that name no owner; repeated.",
        "担当機関の記載のない行の担当機関。繰返し可。",
    ),
    (
        'Who reports what the rows say of progress; "owner" for the first of each row.',
        '行にある進捗の報告機関。"owner"は各行の最初の担当機関。',
    ),
    (
        "The day of reports of which the table says none.",
        "表に日付のない報告の報告日。",
    ),
    (
        "The order of day, month and year in 5/6/2026.",
        "5/6/2026のような日付の年月日の順序。",
    ),
    (
        "What a word of the table means, kept in a note: Closed=not-pursued. Repeated.",
        "表の語が意味する進捗状況（元の語は内容に残す）。例：Closed=not-pursued。繰返し可。",
    ),
    (
        "Which body a name of the table means; a new one as NAME=ID@SIDE. Repeated.",
        "表の名称が示す機関。新たな機関はNAME=ID@SIDE。繰返し可。",
    ),
    (
        "The side of new bodies of which nothing else says it.",
        "側の記載のない新たな機関の側。",
    ),
    ("A row to leave out, by its number. Repeated.", "除外する行の番号。繰返し可。"),
)
"""The help page of importing: what is said of it, of its argument and its options."""
