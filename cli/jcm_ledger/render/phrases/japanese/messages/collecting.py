"""What `jcm collect` asks, tells and explains."""

COLLECTING = (
    (
        "Record the answers in returned forms: what each row would change is shown first.",
        "返送された様式の回答を記録する（行ごとの変更を先に示す）。",
    ),
    (
        (
            "All answers of all files are recorded, or none. A row is found by its reference and its "
            "code, wherever it stands. What cannot be taken as it stands is refused by file, sheet "
            "and cell; of comments, hidden rows and the like it is told. To collect the same return "
            "again adds nothing."
        ),
        (
            "全てのファイルの全ての回答を記録するか、1件も記録しない。行は、どこにあっても、"
            "IDと行コードで見分ける。そのまま記録できないものは、ファイル、シート及びセルを"
            "示して記録しない。コメント、非表示の行などは、その旨を示すのみとする。"
            "同じ回答を再び取りまとめても、何も加わらない。"
        ),
    ),
    ("Returned forms: .xlsx or .csv.", "返送された様式（.xlsx又は.csv）。"),
    (
        "The day they were handed in. Default: what each says, else today.",
        "回答日。省略時は様式の記載、なければ本日。",
    ),
    (
        "Record these rows alone, or those of this commission. May be repeated.",
        "この行又はこの照会の行だけを記録する。繰返し可。",
    ),
    (
        (
            "Record this row though something came on file since, or though what it was asked with "
            "was changed. May be repeated."
        ),
        "照会後に記録が加わっていても、照会の記載が変更されていても、この行を記録する。繰返し可。",
    ),
    (
        "Where another answer is on file, add this as a later one.",
        "別の回答が記録されている場合、後の記録として追加する。",
    ),
    (
        "Write a note of it, in Markdown, to a new file.",
        "結果の記録をMarkdownで新しいファイルに書き出す。",
    ),
    ("How to tell what it comes to.", "結果の表示形式。"),
    (
        "nothing was changed; --yes records without asking",
        "変更していません。--yesを付けると、確認せずに記録します",
    ),
    (
        "nothing was recorded: 1 cell or file is refused",
        "記録できないセル又はファイルが1件あるため、何も記録していません",
    ),
    (
        "nothing was recorded: {n:count} cells and files are refused",
        "記録できないセル又はファイルが{n}件あるため、何も記録していません",
    ),
    (
        "put these right in the files and collect them again",
        "ファイルを直して再実行してください",
    ),
    (
        (
            "Leave this row out, by its reference or by a cell of it such as B12; what stands in it "
            "is told. May be repeated."
        ),
        ("ID又はB12のようなセルで示した行を対象から除く（その記載は表示する）。繰返し可。"),
    ),
    (
        "put these right in the files and collect them again, or name what to record: --only",
        "ファイルを直して再実行するか、記録するものを指定してください：--only",
    ),
    ("the answers are not recorded", "回答は記録していません"),
    (
        "{name}: it changed since this was shown; nothing was recorded",
        "{name}：表示した後に変更されたため、何も記録していません",
    ),
    (
        "repeat the command, and look at it again",
        "コマンドを再実行し、再度確認してください",
    ),
)
