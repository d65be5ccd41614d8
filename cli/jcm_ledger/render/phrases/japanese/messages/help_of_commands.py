"""The help pages of commands that show something: each paragraph by itself."""

HELP_OF_COMMANDS = (
    (
        "Keep the commitments governments make to each other from being forgotten.",
        "政府間のコミットメントを漏れなくフォローアップする。",
    ),
    (
        "List commitments with owners, deadlines and standing.",
        "コミットメントの担当機関、期限及び状況を一覧にする。",
    ),
    (
        'Filters combine. The same option again means "or", different options mean "and".',
        (
            "条件は組み合わせられる。同じオプションの繰返しは「又は」、"
            "異なるオプションは「かつ」を意味する。"
        ),
    ),
    (
        "Draw when each commitment was made, falls due, and was heard of.",
        "各コミットメントの表明、期限及び報告を図示する。",
    ),
    (
        (
            "A line each, the soonest deadline first, from its meeting to the last day of its "
            "deadline; what has no deadline has no end. The line under the chart says what each mark "
            "means."
        ),
        (
            "1件1行、期限の早い順に、会合から期限の末日まで示す。期限のないものには終端がない。"
            "図の下に凡例を示す。"
        ),
    ),
    (
        "Tell who owes what, and when each body was last heard from.",
        "機関ごとに、未了の事項と直近の報告を示す。",
    ),
    (
        "A body owes what it owns, alone or with others, until that is closed.",
        "単独又は共同で担当するものは、終了するまで未了とする。",
    ),
    ("Show everything about one commitment.", "コミットメント1件の全てを示す。"),
    ("Tell what was put on file, the latest first.", "進捗記録を新しい順に示す。"),
    ("Write the status report.", "進捗状況報告を書き出す。"),
    (
        (
            "The brief, the figures, themes, who owes what, what happened, and an annex with every "
            "commitment. The format of a file is that of its suffix. A mail has the first page alone."
        ),
        (
            "要点、概況、分野別、機関別、進捗及び全コミットメントの別紙から成る。"
            "形式はファイルの拡張子による。メールは要点のみとする。"
        ),
    ),
    (
        "Write the agenda of a meeting: what it has to decide on.",
        "会合の議題（要決定事項）を書き出す。",
    ),
    (
        (
            "Every open commitment of earlier meetings with all that is on file, to be renewed, "
            "revised, closed or dropped; what was closed since the last meeting; and who was not "
            "heard from. A mail has the first page alone."
        ),
        (
            "過去の会合の未了のコミットメント全件を記録とともに示し、"
            "更新、内容の見直し、終了又は取りやめの決定を求める。"
            "直近の会合以降に終了した事項及び報告の記録がない機関も示す。メールは1枚目のみとする。"
        ),
    ),
    (
        "Write the data: commitments with their standing, and what was put on file.",
        "データを書き出す（コミットメントの状況と進捗記録）。",
    ),
    (
        "The format of a file is that of its suffix. Several files may be written at once.",
        "形式はファイルの拡張子による。複数のファイルを同時に書き出せる。",
    ),
    (
        "Ask each body for news of the open commitments it owns.",
        "各機関に、担当する未了のコミットメントの状況を照会する。",
    ),
    (
        "For each a workbook to fill in and return, a text to paste into a mail, and the draft of a mail with the workbook attached. All files are new, and all are written or none.",
        "機関ごとに、記入して返送するブック、メールに貼り付ける文面及びブックを添付したメールの下書きを作る。全て新しいファイルとし、全てを書き出すか、一つも書き出さない。",
    ),
    (
        "Tell what changed: new entries, statuses, moved deadlines, new and edited tables.",
        "変更点を示す（新たな記録、進捗状況、期限の変更、新たな表と編集された表）。",
    ),
    (
        (
            "Between two revisions of git, or from one to now; or between two days, as the journal "
            "dates them. An entry that vanished is told first: a ledger is only ever added to."
        ),
        (
            "gitの二つのリビジョンの間、一つのリビジョンから現在まで、"
            "又は記録の日付による二つの日の間の変更を示す。"
            "台帳には追記のみを行うため、消失した記録を最初に示す。"
        ),
    ),
    (
        "Check the ledger and list every finding, those excepted that its [check] table ignores.",
        "台帳を点検し、[check]の表で除外したものを除く全ての指摘を示す。",
    ),
    (
        (
            "Exits with 1 if there is an error; with --strict, for a warning too. With --against, an "
            "entry that a revision has and that is gone or altered is an error."
        ),
        (
            "エラーがあれば1で終了する（--strictでは警告でも）。"
            "--againstでは、リビジョンにある記録の消失・変更をエラーとする。"
        ),
    ),
    ("Print the JSON Schema of a ledger.", "台帳のJSON Schemaを出力する。"),
    (
        "An editor that knows it checks and completes commitments.toml as you type.",
        "対応するエディタは、入力中にcommitments.tomlを検査し、補完する。",
    ),
    (
        "Show the help of a command, as COMMAND --help does.",
        "コマンドのヘルプを示す（COMMAND --helpと同じ）。",
    ),
    (
        "Merge two ledgers by table; git runs this once `jcm git-setup` told it to.",
        "二つの台帳を表ごとに統合する。`jcm git-setup`の後、gitが実行する。",
    ),
    (
        (
            "Every entry of both sides is kept, once. A table that both sides changed differently "
            "stands in the result twice, between conflict markers; then the exit code is 1, as it is "
            "if the two sides make a ledger that `jcm check` fails. Where tables do not fit together, "
            "the entries are merged all the same, and the tables by line, with markers; where a side "
            "cannot be read, all is."
        ),
        (
            "双方の全記録を一度ずつ残す。双方が異なる変更をした表は、競合の印の間に二つとも残り、"
            "終了コードは1となる。双方を合わせた台帳に`jcm check`のエラーがある場合も同じ。"
            "表が両立しない場合も記録は統合し、表は印を付けて行ごとに統合する。"
            "一方が読み取れない場合は、全体を行ごとに統合する。"
        ),
    ),
)
"""The help pages of commands that show something: each paragraph by itself."""
