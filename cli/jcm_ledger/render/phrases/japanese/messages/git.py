"""What git cannot answer, and what it has already."""

GIT = (
    ("git cannot be run: {reason:said}", "gitを実行できません（{reason}）"),
    ("no folder of PATH has it", "PATHのどのフォルダにもない"),
    (
        "install it (https://git-scm.com) or have PATH name its folder in full",
        "導入する（https://git-scm.com）か、PATHにそのフォルダを絶対パスで加えてください",
    ),
    (
        (
            "install it (https://git-scm.com) or have PATH name its folder in full; "
            "jcm diff --from 2024-07-01 compares days without it"
        ),
        (
            "導入する（https://git-scm.com）か、PATHにそのフォルダを絶対パスで加えてください。"
            "jcm diff --from 2024-07-01ならgitなしで日付により比較できます"
        ),
    ),
    (
        "{name}: GIT_DIR is set to {folder}, which is no git repository",
        "{name}：GIT_DIRが{folder}ですが、gitリポジトリではありません",
    ),
    ("{name} is in no git repository", "{name}はgitリポジトリの中にありません"),
    ("correct it, or do without: unset GIT_DIR", "直すか、解除してください：unset GIT_DIR"),
    (
        "make its folder one: git init, git add {name}, git commit",
        "フォルダをリポジトリにしてください：git init、git add {name}、git commit",
    ),
    (
        (
            "make its folder one: git init, git add {name}, git commit; or compare days: "
            "jcm diff --from 2024-07-01"
        ),
        (
            "フォルダをリポジトリにする（git init、git add {name}、git commit）か、"
            "日付で比較してください：jcm diff --from 2024-07-01"
        ),
    ),
    (
        "compare days: jcm diff --from 2024-07-01; or make a ledger of your own: jcm init .",
        "日付で比較する（jcm diff --from 2024-07-01）か、自分の台帳を作ってください：jcm init .",
    ),
    ("git {command} failed: {answer}", "git {command}が失敗しました：{answer}"),
    (
        "{name}: git does not look into a repository that belongs to another user",
        "{name}：gitは他の利用者のリポジトリを参照しません",
    ),
    ("if you trust it: {command}", "信頼できるものなら：{command}"),
    (
        "{name}: git cannot read the repository it lies in: {sign}",
        "{name}：gitがそのリポジトリを読み取れません：{sign}",
    ),
    (
        (
            "git does not look beyond the file system that the ledger is on: "
            "GIT_DISCOVERY_ACROSS_FILESYSTEM=1 lets it"
        ),
        (
            "gitは台帳のあるファイルシステムの外を参照しません。"
            "GIT_DISCOVERY_ACROSS_FILESYSTEM=1を設定すると参照します"
        ),
    ),
    (
        "see that you may read it and that it is whole: git status says the same until it is",
        (
            "読取りの権限があり、壊れていないことを確認してください"
            "（解消するまでgit statusも同じことを示します）"
        ),
    ),
    (
        "{name}: git cannot read {head} of the repository it lies in",
        "{name}：gitがそのリポジトリの{head}を読み取れません",
    ),
    (
        "see what is wrong with the repository: git fsck",
        "リポジトリの不具合を確認してください：git fsck",
    ),
    (
        "{name} lies in a git repository, but where git checks nothing out",
        "{name}はgitリポジトリの中にありますが、チェックアウトされる場所ではありません",
    ),
    (
        "name a ledger that is checked out{how:tail}",
        "チェックアウトされた台帳を指定してください{how}",
    ),
    (
        "name a ledger that is checked out; or compare days: jcm diff --from 2024-07-01",
        "チェックアウトされた台帳を指定するか、日付で比較してください：jcm diff --from 2024-07-01",
    ),
    (
        "{name}: this clone is partial, and has not fetched what was asked for",
        "{name}：部分クローンのため、必要な内容が取得されていません",
    ),
    ("have git fetch it: git show {object}", "gitに取得させてください：git show {object}"),
    (
        (
            "{what:said} is kept through the filter {driver}, and this repository's own configuration "
            "names the program: {programs:names}. jcm runs none that a repository names"
        ),
        (
            "{what}はフィルタ{driver}を通して保存され、"
            "このリポジトリ自身の設定がプログラムを指定しています：{programs}。"
            "リポジトリが指定するプログラムをjcmは実行しません"
        ),
    ),
    (
        "if you trust it, name it in your own configuration: {commands}",
        "信頼できるものなら、自分の設定に書いてください：{commands}",
    ),
    (
        "{what:said} is a pointer of Git LFS, and the ledger it stands for is not in this clone",
        "{what}はGit LFSのポインタで、台帳の実体がこのクローンにありません",
    ),
    ("fetch the ledger: git lfs fetch --all", "台帳を取得してください：git lfs fetch --all"),
    ('"{revision}" is no revision', "「{revision}」はリビジョンではありません"),
    (
        "name a commit, a branch or a tag, such as HEAD~1, main or v1.0",
        "コミット、ブランチ又はタグを指定してください（例：HEAD~1、main、v1.0）",
    ),
    (
        'git knows no revision "{revision}" here',
        "gitにリビジョン「{revision}」がありません",
    ),
    (
        "there is no commit here yet: git add {name}, then git commit",
        "まだコミットがありません：git add {name}、次にgit commit",
    ),
    (
        "this clone is shallow and lacks older commits: git fetch --unshallow",
        "浅いクローンのため古いコミットがありません：git fetch --unshallow",
    ),
    ("git log --oneline lists them", "一覧はgit log --onelineで見られます"),
    (
        "git log --oneline lists them; a day or a meeting is given as --from",
        "一覧はgit log --onelineで見られます。日付や会合は--fromで指定します",
    ),
    ("{name} is not in revision {revision}", "{name}はリビジョン{revision}にありません"),
    (
        "it came later, or had another name: git log --follow -- {name}",
        "後に作成されたか、当時は別の名前でした：git log --follow -- {name}",
    ),
    (
        "git does not track it: git add {name}, then git commit",
        "gitの管理外です：git add {name}、次にgit commit",
    ),
    (
        "{name}: git does not merge it by table: its attribute merge is {value}",
        "{name}：gitが表ごとに統合しません（merge属性が{value}）",
    ),
    (
        (
            "take what it says of the ledger out of .git/info/attributes, which counts for more than "
            ".gitattributes"
        ),
        ".gitattributesより優先される.git/info/attributesから台帳の記述を除いてください",
    ),
    (
        (
            "take what it says of the ledger out of .git/info/attributes, which counts for more than "
            ".gitattributes, then jcm git-setup again"
        ),
        (
            ".gitattributesより優先される.git/info/attributesから台帳の記述を除き、"
            "jcm git-setupを再実行してください"
        ),
    ),
    (
        "{name}: no entry to take back: {reason:said}",
        "{name}：取り消せる進捗記録がありません（{reason}）",
    ),
    ("put it right with a later entry{how:tail}", "後の記録で訂正してください{how}"),
    (
        "git has the last entry already, in {where:said}",
        "最後の記録は既にgitにある（{where}）",
    ),
    ("the merge under way", "進行中の統合"),
    (
        "git has the last entry already, staged for the next commit",
        "最後の記録は既にgitにあり、次のコミットに含まれる",
    ),
    (
        "git reset --quiet -- {name}, then jcm undo again",
        "git reset --quiet -- {name}、次にjcm undoを再実行してください",
    ),
    (
        "the last thing in it is {table:said}, not an entry",
        "末尾が進捗記録ではない（{table}）",
    ),
    ("no table", "表なし"),
    ("something was written after the last entry", "最後の記録の後に別の内容がある"),
    ("another table was written between its lines", "記録の行の間に別の表がある"),
    ("another one was added meanwhile", "その間に別の記録が追加された"),
    (
        "{name}: the entry stays: git has to be asked whether it has it, and {reason:said}",
        "{name}：記録はそのままです。gitにあるかどうか確認が必要ですが、{reason}",
    ),
    (
        "put the entry right with a later one{how:tail}",
        "後の記録で訂正してください{how}",
    ),
    (
        "{first:known}; or put the entry right with a later one{how:tail}",
        "{first}。又は後の記録で訂正してください{how}",
    ),
)
"""What git cannot answer, and what it has already."""
