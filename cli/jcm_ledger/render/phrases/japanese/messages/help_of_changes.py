"""The help pages of commands that write to a ledger: each paragraph by itself."""

HELP_OF_CHANGES = (
    (
        "Record progress: add one entry to the ledger.",
        "進捗を記録する（台帳に1件追加する）。",
    ),
    (
        (
            "The entry goes to the end of the file; nothing else changes. With - as ID, ids are read "
            "from standard input, one a line, and all are recorded or none. If its first line names "
            "columns, id and any of status, note, note_ja, evidence, happened, by, on_behalf_of, "
            "date, deadline, owners, each row has its own words, and the options stand in for its "
            "blank cells. A column title is for whoever fills it in."
        ),
        (
            "記録はファイルの末尾に加わり、ほかは変わらない。IDに - を指定すると、"
            "標準入力から1行に1件ずつIDを読み、全件を記録するか、1件も記録しない。"
            "1行目が列名（idと、status、note、note_ja、evidence、happened、by、on_behalf_of、"
            "date、deadline、ownersのいずれか）であれば、行ごとに内容を読み、"
            "空欄はオプションで補う。列titleは記入者のためのもので、読まない。"
        ),
    ),
    (
        "Take back the last entry, while it is still the last thing in the file.",
        "ファイルの末尾にある最後の記録を取り消す。",
    ),
    (
        (
            "For a slip of a moment ago; it says what stands again. An entry that git has, committed, "
            "staged or in a merge under way, or that anything stands after, stays: a later entry puts "
            "it right. Where git cannot be asked, it stays too. A table that was added is removed by "
            "hand."
        ),
        (
            "直前の誤りを取り消し、取消し後の状況を示す。"
            "gitにある記録（コミット済み、ステージ済み又は進行中の統合にあるもの）や、"
            "後に何かがある記録は残る（後の記録で訂正する）。"
            "gitに確認できない場合も残る。追加した表は手で削除する。"
        ),
    ),
    ("Add a commitment to the ledger.", "台帳にコミットメントを追加する。"),
    (
        (
            "Title, owner and meeting are needed; at a terminal you are asked for what is missing, "
            "and whether to add an owner that the ledger does not have. The table goes to the end of "
            'the file; nothing else changes. A commitment whose title is "meeting" or "body": '
            "jcm add -- meeting."
        ),
        (
            "題名、担当機関及び会合が必要。端末では不足分と、"
            "台帳にない担当機関を追加するかどうかを質問する。"
            "表はファイルの末尾に加わり、ほかは変わらない。"
            '題名が"meeting"又は"body"のものは、jcm add -- meetingのように入力する。'
        ),
    ),
    ("Add a meeting to the ledger, held or to come.", "台帳に会合（開催済み又は予定）を追加する。"),
    (
        (
            "Its id is needed, and when it is; at a terminal you are asked for what is missing. Once "
            "an expected meeting was held, add held = DATE to its table in the file."
        ),
        (
            "IDと時期が必要。端末では不足分を質問する。"
            "予定の会合が開催されたら、ファイルの表にheld = DATEを加える。"
        ),
    ),
    (
        "Add a body to the ledger, which may then own commitments and report on them.",
        "台帳に機関を追加する。追加した機関は担当機関・報告機関とすることができる。",
    ),
    (
        "Id and name are needed; at a terminal you are asked for what is missing.",
        "IDと名称が必要。端末では不足分を質問する。",
    ),
    ("Make a ledger of your own.", "自分の台帳を作る。"),
    (
        (
            "A copy of the built-in one, or an empty one, and a .gitignore for its lock where there "
            "is none. Never writes over a file. At a terminal you are asked for the name and the "
            "sides of a committee that starts empty."
        ),
        (
            "組込みの台帳の写し又は空の台帳と、なければロックのための.gitignoreを作る。"
            "既存のファイルは上書きしない。"
            "空の台帳については、端末では合同委員会の名称と側を質問する。"
        ),
    ),
    (
        "Have git merge the ledger by table in this clone, and overlook its lock file.",
        "このクローンでgitに台帳を表ごとに統合させ、ロックファイルを無視させる。",
    ),
    (
        (
            "Once a clone, and again when jcm was moved. The line in .gitattributes is for everybody: "
            "commit it."
        ),
        (
            "クローンごとに1回、jcmを移したときは再度実行する。"
            ".gitattributesの行は全員のためのものなので、コミットする。"
        ),
    ),
)
"""The help pages of commands that write to a ledger: each paragraph by itself."""
