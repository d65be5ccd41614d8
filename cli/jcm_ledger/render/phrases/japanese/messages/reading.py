"""Ledgers that make no sense, and what is wrong with their TOML or with a table."""

_MERGE_AGAIN = "jcm git-setup、次にgit checkout --merge FILEとして、jcmに表ごとに統合させてください"
_CHOOSE = "正しい方を残し、< = >の行を削除してからgit add FILE"

READING = (
    (
        "nothing was read from it; checking it gives a hint for each of these",
        "何も読み込んでいません。点検すると、それぞれの対処方法が分かります",
    ),
    (
        "nothing was read from it; `jcm check` lists these and gives a hint for each",
        "何も読み込んでいません。`jcm check`で一覧と対処方法を確認できます",
    ),
    (
        "{name} has {n:count} problems:\n{problems:lines}",
        "{name}に問題が{n}件あります：\n{problems}",
    ),
    ("{name} has a problem:\n{problems:lines}", "{name}に問題があります：\n{problems}"),
    ("… and {n:count} more", "…ほか{n}件"),
    ("git's conflict markers stand in it", "gitの競合の印が残っています"),
    (
        "git's conflict markers: both sides changed what is between them",
        "gitの競合の印：間の内容が双方で変更されています",
    ),
    (
        "git's conflict markers: one of them was left over",
        "gitの競合の印：印の一つが残っています",
    ),
    ("keep what is right, delete the lines of < = and >, then git add FILE", _CHOOSE),
    (
        (
            "have jcm merge it by table: jcm git-setup, then git checkout --merge FILE. Where it "
            "leaves markers, keep what is right, delete the lines of < = and >, then git add FILE"
        ),
        f"{_MERGE_AGAIN}。印が残った所は、{_CHOOSE}",
    ),
    (
        "they were committed with it: name another revision, before that or after",
        "印ごとコミットされています。その前又は後のリビジョンを指定してください",
    ),
    (
        "a pointer of Git LFS stands here instead of the ledger",
        "台帳の代わりにGit LFSのポインタがあります",
    ),
    ("fetch the ledger: git lfs pull", "台帳を取得してください：git lfs pull"),
    (
        "the ledger stands here encrypted by git-crypt",
        "台帳がgit-cryptで暗号化されたままです",
    ),
    ("decrypt it: git-crypt unlock", "復号してください：git-crypt unlock"),
    ("the built-in ledger is read-only", "組込みの台帳は読取り専用です"),
    (
        "make a ledger of your own here, then repeat the command{how:tail}",
        "ここに自分の台帳を作り、コマンドを再実行してください{how}",
    ),
    ("it is UTF-16, and TOML is UTF-8", "UTF-16です（TOMLはUTF-8）"),
    ("byte {byte:word} is not UTF-8", "バイト{byte}がUTF-8ではありません"),
    ("save it as UTF-8 in your editor", "エディタでUTF-8として保存してください"),
    ("line {n:count}: {reason:said}", "{n}行目：{reason}"),
    (
        "invalid TOML, column {n:count}: {reason:said}",
        "TOMLの誤り（{n}文字目）：{reason}",
    ),
    ("invalid TOML: nested too deeply", "TOMLの誤り：入れ子が深すぎます"),
    ("invalid TOML: a number has too many digits", "TOMLの誤り：数の桁が多すぎます"),
    (
        "correct the TOML here; https://toml.io says how it is written",
        "ここのTOMLを直してください（書き方：https://toml.io/ja/）",
    ),
    ("progress entry {n:count}", "進捗記録（{n}番目）"),
    ("progress entry {n:count}: {problem:said}", "進捗記録（{n}番目）：{problem}"),
    ("commitment {name}: {problem:said}", "コミットメント{name}：{problem}"),
    ("organisation {name}: {problem:said}", "機関{name}：{problem}"),
    ("meeting {name}: {problem:said}", "会合{name}：{problem}"),
    ("theme {name}: {problem:said}", "分野{name}：{problem}"),
    ("field {name}: {problem:said}", "独自項目{name}：{problem}"),
    ("committee: {problem:said}", "合同委員会：{problem}"),
    ("committee {key:word}: {problem:said}", "合同委員会の{key}：{problem}"),
    ("check: {problem:said}", "点検の設定：{problem}"),
    ("check {key:word}: {problem:said}", "点検の設定の{key}：{problem}"),
    ("report: {problem:said}", "報告の設定：{problem}"),
    ("report {key:word}: {problem:said}", "報告の設定の{key}：{problem}"),
    ("{key:word} is missing", "{key}がありません"),
    ("add {key:word}: {meaning:said}", "{key}を加えてください：{meaning}"),
    (
        "{key:word} {value} is not one of: {names:names}",
        "{key}の{value}は次のいずれでもありません：{names}",
    ),
    ("write one of these", "このいずれかを書いてください"),
    ("{key:word} {value:said} is not what belongs here", "{key}に{value}は書けません"),
    ("{key:word} is not what belongs here", "{key}の値が正しくありません"),
    ("of thousands of digits", "数千桁の数"),
    (
        'it is declared as a text: write it in quotes: "…"',
        '文字列の列です。引用符で囲んで書いてください："…"',
    ),
    (
        '"{key}" is no key that jcm knows; it is kept',
        "「{key}」はjcmが認識しないキーです（そのまま残します）",
    ),
    ("this is not a table", "表ではありません"),
    (
        "write it as a table with keys of its own",
        "キーを持つ表として書いてください",
    ),
    (
        "write each {table:word} as a table: [{header}.ID]",
        "{table}ごとに[{header}.ID]の表として書いてください",
    ),
    (
        "write each entry as a table: [[progress]]",
        "記録ごとに[[progress]]の表として書いてください",
    ),
    ("there is no [committee] table", "[committee]の表がありません"),
    (
        'add it: name = "…" and sides = ["…", "…"]; `jcm init --empty` shows how',
        'name = "…"とsides = ["…", "…"]を加えてください（例：`jcm init --empty`）',
    ),
)
"""Ledgers that make no sense, and what is wrong with their TOML or with a table."""
