"""Files that cannot be read or written."""

FILES = (
    (
        "no shell read ~ as your home folder: leave out quotes, and a = before it: {name}",
        "~がホームフォルダとして解釈されていません。引用符と直前の = を外してください：{name}",
    ),
    ("{name}: cannot be read: {reason:said}", "{name}：読み取れません（{reason}）"),
    (
        "standard input: cannot be read: {reason:said}",
        "標準入力：読み取れません（{reason}）",
    ),
    ("there is no such file", "そのファイルはありません"),
    ("make one, or name another", "作成するか、別のものを指定してください"),
    (
        "make one here: jcm init ., or name another: --ledger PATH",
        "jcm init .でここに作成するか、--ledger PATHで別のものを指定してください",
    ),
    (
        "make it: jcm init, or name another: --ledger PATH",
        "jcm initで作成するか、--ledger PATHで別のものを指定してください",
    ),
    (
        "make it: jcm init {folder}, or name another: --ledger PATH",
        "jcm init {folder}で作成するか、--ledger PATHで別のものを指定してください",
    ),
    (
        "make a ledger in it: jcm init {folder}, and name the file: {ledger}",
        "jcm init {folder}でその中に台帳を作り、ファイルを指定してください：{ledger}",
    ),
    (
        "make a ledger in it and name the file: {ledger}",
        "その中に台帳を作り、ファイルを指定してください：{ledger}",
    ),
    (
        "give the folder another name, or name the ledger{how:tail}",
        "フォルダの名前を変えるか、台帳を指定してください{how}",
    ),
    ("it is a folder", "フォルダです"),
    ("it is a pipe or a device", "パイプ又は装置です"),
    ("it is no folder", "フォルダではありません"),
    ("it is no file", "ファイルではありません"),
    ("it is the ledger", "台帳そのものです"),
    ("it is read-only", "読取り専用です"),
    ("it is a link that leads in a circle", "リンクが循環しています"),
    (
        "it is a link to {target}, where there is no file",
        "リンク先{target}にファイルがありません",
    ),
    (
        "it is a link to {target}: none is followed",
        "{target}へのリンクです（リンクはたどりません）",
    ),
    ("it is a link, and none is followed", "リンクです（リンクはたどりません）"),
    ("it is a link to another file", "別のファイルへのリンクです"),
    ("mend the link, or take it away: rm {name}", "リンクを直すか、削除してください：rm {name}"),
    (
        "it is a link that leads nowhere: rm {name}, or name another folder: jcm init DIR",
        "リンク先がありません。rm {name}で削除するか、別のフォルダを指定してください：jcm init DIR",
    ),
    ("name a file{how:tail}", "ファイルを指定してください{how}"),
    ("name the file{how:tail}", "ファイルを指定してください{how}"),
    ("name another file", "別のファイルを指定してください"),
    ("name another folder{how:tail}", "別のフォルダを指定してください{how}"),
    (
        "name the file itself, or take the link away",
        "リンク先を直接指定するか、リンクを削除してください",
    ),
    (
        "take the link away, or name another folder",
        "リンクを削除するか、別のフォルダを指定してください",
    ),
    ("put a file in its place", "通常のファイルに置き換えてください"),
    (
        "put a file in its place, or call git config yourself",
        "通常のファイルに置き換えるか、git configを直接実行してください",
    ),
    (
        "it has {n:count} MB, and more than {m:count} are not read by mistake",
        "大きさが{n}MBあります。誤って指定された場合に備え、{m}MBを超えるファイルは読み込みません",
    ),
    (
        "if it is a ledger, raise the limit: {variable}={n}",
        "台帳であれば上限を上げてください：{variable}={n}",
    ),
    ("{name}: not written: {reason:said}", "{name}：書き込めませんでした（{reason}）"),
    (
        "{because:said}; and what was changed before could not be taken back",
        "{because}。また、それまでの変更を元に戻せませんでした",
    ),
    ("look at {names:names}", "{names}を確認してください"),
    ("git's configuration of this clone", "このクローンのgit設定"),
    (
        "{name}: other programs wrote to it in the same moment, one over the other",
        "{name}：他のプログラムが同時に書き込み、一方が他方を上書きしました",
    ),
    (
        "what you recorded is there; what one of them wrote is kept in {file}: add it",
        "今回の記録は残っています。上書きされた内容は{file}に保存したので、追加してください",
    ),
    (
        (
            "{name}: a write was killed just when another program saved the file; what that saved is "
            "kept in {file}"
        ),
        (
            "{name}：他のプログラムが保存した瞬間に書込みが中断されました。"
            "そのプログラムが保存した内容は{file}にあります"
        ),
    ),
    (
        "add what the ledger lacks of it, then repeat the command",
        "台帳に足りない内容を追加し、コマンドを再実行してください",
    ),
    (
        "{name} exists already and was left as it is",
        "{name}は既に存在するため、そのままにしました",
    ),
    ("replace it with --force", "置き換えるには--forceを付けてください"),
    (
        "{name}: another jcm ({who:said}) has been writing to it for {n:count} seconds",
        "{name}：別のjcm（{who}）が{n}秒前から書き込み中です",
    ),
    (
        "{name}: another jcm has been writing to it for {n:count} seconds",
        "{name}：別のjcmが{n}秒前から書き込み中です",
    ),
    ("process {n:count} on {machine}", "{machine}のプロセス{n}"),
    (
        "wait and try again; end that process if it hangs",
        "しばらく待って再実行してください。応答がない場合は、そのプロセスを終了してください",
    ),
    (
        "wait and try again; if that process is not there any more: rm {file}",
        "しばらく待って再実行してください。そのプロセスが既になければ：rm {file}",
    ),
    (
        "another program keeps changing it, or has it open for writing",
        "別のプログラムが変更を続けているか、書込み用に開いています",
    ),
    (
        "another program changed it meanwhile, or has it open for writing",
        "別のプログラムがその間に変更したか、書込み用に開いています",
    ),
    ("close it there and try again", "そのプログラムで閉じて再実行してください"),
    (
        "whoever it belongs to can let you: chmod u+w {name}",
        "所有者が書込みを許可できます：chmod u+w {name}",
    ),
    (
        "its folder is sticky, and only the file's owner may replace it there",
        "フォルダにスティッキービットがあり、ファイルの所有者だけが置き換えられます",
    ),
    (
        "keep it in a folder of those who write it, without the sticky bit: chmod -t",
        "書き込む利用者が使うフォルダで、スティッキービットのないものに置いてください：chmod -t",
    ),
    (
        (
            "a file that is mounted by itself (docker -v FILE:FILE) cannot be replaced: mount its "
            "folder"
        ),
        (
            "単独でマウントされたファイル（docker -v FILE:FILE）は置き換えられません。"
            "フォルダをマウントしてください"
        ),
    ),
    (
        "its lock {file} cannot be taken: {reason:said}",
        "ロック{file}を取得できません（{reason}）",
    ),
    (
        "jcm locks with a file of that name: move what is there out of the way: {file}",
        "jcmはその名前のファイルをロックに使います。そこにあるものを移動してください：{file}",
    ),
    (
        "whoever made it can let you: chmod g+rw {file}",
        "作成者が許可できます：chmod g+rw {file}",
    ),
    (
        "whoever the folder belongs to can let you: chmod g+w {folder}",
        "フォルダの所有者が許可できます：chmod g+w {folder}",
    ),
    (
        "with the change it would no longer be a ledger: {problem:said}",
        "変更すると台帳として読めなくなります：{problem}",
    ),
    (
        (
            "a table that is written as one value cannot be added to: head each [commitment.ID] and "
            "each [[progress]]"
        ),
        (
            "一つの値として書かれた表には追加できません。"
            "[commitment.ID]と[[progress]]の見出しを付けて書いてください"
        ),
    ),
    (
        "the change would not read back as it was meant",
        "変更を意図どおりに読み戻せません",
    ),
    (
        "the journal at line {n:count} is written as one value, which nothing can follow",
        "{n}行目の進捗記録が一つの値として書かれているため、その後に追加できません",
    ),
    (
        "write each entry as a table of its own, headed [[progress]]",
        "記録ごとに[[progress]]の見出しの表として書いてください",
    ),
    ("{folder} is no folder", "{folder}はフォルダではありません"),
    ("{folder} is a file, no folder", "{folder}はフォルダでなくファイルです"),
    ("there is no folder {folder}", "フォルダ{folder}がありません"),
    ("make it first: mkdir -p {folder}", "先に作成してください：mkdir -p {folder}"),
)
"""Files that cannot be read or written."""
