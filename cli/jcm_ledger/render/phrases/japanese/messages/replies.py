"""What commands tell of what they did."""

REPLIES = (
    ("jcm: {failure:said}", "jcm: {failure}"),
    ("hint: {step:said}", "対処：{step}"),
    (
        "Nothing was written. This would be added to {name}:",
        "書き込みはしていません。{name}に追加される内容：",
    ),
    (
        "Added {name:word}. See it: jcm show {id}",
        "{name}を追加しました。確認：jcm show {id}",
    ),
    ("Added {name:word}.", "{name}を追加しました。"),
    (
        (
            "{bodies:names} succeed {old:word}, so nothing moves by itself: jcm check tells what to "
            "hand over."
        ),
        (
            "{old}の後継が複数（{bodies}）あるため、自動では引き継がれません。"
            "jcm checkで引き継ぐものを確認してください。"
        ),
    ),
    (
        "No ids on standard input: nothing to record.",
        "標準入力にIDがないため、記録するものがありません。",
    ),
    (
        "Took back the entry of {day:word} about {name:word}.",
        "{name}に関する{day}の進捗記録を取り消しました。",
    ),
    ("The last entry of {name}:\n\n{entry}\n", "{name}の最後の進捗記録：\n\n{entry}\n"),
    ("{path} stays", "{path}はそのままです"),
    ("nothing was written", "何も書き込んでいません"),
    ("nobody can be asked here", "ここでは確認できません"),
    ("the entry stays", "記録はそのままです"),
    (
        "nothing was changed; --yes takes it back without asking",
        "変更していません。--yesを付けると、確認せずに取り消します",
    ),
    (
        "Wrote {n:count} pages to {folder}.",
        "{folder}に{n}ページを書き込みました。",
    ),
    ("Wrote {path}, where {name} leads.", "{name}のリンク先{path}に書き込みました。"),
    ("Wrote {first} and {second}.", "{first}と{second}に書き込みました。"),
    ("Wrote {path}.", "{path}に書き込みました。"),
    (
        "See it: jcm list. Record progress: jcm mark ID STATUS --by BODY.",
        "一覧：jcm list　進捗の記録：jcm mark ID STATUS --by BODY",
    ),
    (
        "See it: cd {folder}, then jcm list. Record progress: jcm mark ID STATUS --by BODY.",
        "一覧：cd {folder}、次にjcm list　進捗の記録：jcm mark ID STATUS --by BODY",
    ),
    ("Start: jcm add meeting, then jcm add.", "開始：jcm add meeting、次にjcm add"),
    (
        "Start: cd {folder}, then jcm add meeting, then jcm add.",
        "開始：cd {folder}、次にjcm add meeting、その次にjcm add",
    ),
    (
        "Say in {path} whose ledger it is and which sides meet. {then:said}",
        "{path}に、合同委員会の名称と側を書いてください。{then}",
    ),
    (
        "Showing the built-in ledger, which is read-only. For one of your own: jcm init .",
        "組込みの台帳（読取り専用）を表示しています。自分の台帳を作るには：jcm init .",
    ),
    (
        "Git merges {name} by table in this clone from now on.",
        "今後、このクローンではgitが{name}を表ごとに統合します。",
    ),
    (
        "Added to {file}, for every clone, so commit that: {line}",
        "全てのクローンのため{file}に次の行を追加しました。コミットしてください：{line}",
    ),
    (
        "Git overlooks its lock file in this clone.",
        "このクローンではgitがロックファイルを無視します。",
    ),
    (
        "Git merges {name} line by line again in this clone.",
        "このクローンではgitが{name}を再び行ごとに統合します。",
    ),
    (
        "Took the line for it out of {file}; commit that too.",
        "{file}から該当する行を削除しました。これもコミットしてください。",
    ),
    (
        "Git sees its lock file again.",
        "gitはロックファイルを再び対象とします。",
    ),
    (
        "The driver stays: {file} gives a file to it.",
        "マージドライバは残します（{file}が使用中です）。",
    ),
    ("Nothing to undo.", "元に戻すものはありません。"),
    (
        "Nothing to do: all of it is set up already.",
        "既に全て設定済みです。",
    ),
    (
        (
            "Completion for {shell:word} is in {script}, which {start} reads. A new {other:word} has "
            "it."
        ),
        "{shell}の補完を{script}に置きました（{start}が読み込みます）。新しい{other}から使えます。",
    ),
    (
        "Completion for {shell:word} is in {script}. A new {other:word} has it.",
        "{shell}の補完を{script}に置きました。新しい{other}から使えます。",
    ),
    ("Reading the ledger", "台帳を読み込み中"),
    ("Working out the report", "報告を作成中"),
    ("Working out the agenda", "議題を作成中"),
    ("Working out the standings", "状況を集計中"),
    ("Making pages", "ページを作成中"),
    ("Making {form:word}", "{form}を作成中"),
)
"""What commands tell of what they did."""
