"""Documents that cannot be written as asked, and where a command cannot go on."""

_BY_HAND = "`jcm --show-completion`の出力を、シェルが起動時に読み込む場所に置いてください"

OUTPUTS = (
    ('"{name}" is for `jcm {command}`', "「{name}」は`jcm {command}`で書き出すものです"),
    ("jcm {command} -o {name}", "jcm {command} -o {name}"),
    ('"{name}": no PDF is written', "「{name}」：PDFは書き出せません"),
    (
        (
            "print the web page to PDF: jcm {command} -o {page}; or save it as PDF from Word: "
            "jcm {again} -o {letter}"
        ),
        (
            "ウェブページをPDFに印刷する（jcm {command} -o {page}）か、"
            "WordからPDFとして保存してください：jcm {again} -o {letter}"
        ),
    ),
    (
        '"{name}" does not say which format to write',
        "「{name}」では書き出す形式が分かりません",
    ),
    (
        "end the name in {suffixes:names}, or add --format",
        "名前の末尾を{suffixes}にするか、--formatを付けてください",
    ),
    (
        "nothing would be written as {form}: {names:names} says otherwise",
        "{form}で書き出すものがありません（{names}は別の形式です）",
    ),
    (
        "nothing would be written as {form}: {names:names} say otherwise",
        "{form}で書き出すものがありません（{names}は別の形式です）",
    ),
    (
        "leave --format out, or name a file whose suffix says nothing else",
        "--formatを外すか、別の形式の拡張子が付かない名前にしてください",
    ),
    ("{name} is named twice", "{name}が二度指定されています"),
    ("give each document a name of its own", "文書ごとに別の名前にしてください"),
    (
        "--pages writes a folder, and none is named, or several",
        "--pagesはフォルダに書き出しますが、フォルダが一つだけ指定されていません",
    ),
    ("name one: jcm report -o DIR --pages", "一つ指定してください：jcm report -o DIR --pages"),
    (
        "{folder} holds what is no page of jcm: {name} and {n:count} more",
        "{folder}にjcmのページでないものがあります：{name}ほか{n}件",
    ),
    (
        "{folder} holds what is no page of jcm: {name}",
        "{folder}にjcmのページでないものがあります：{name}",
    ),
    (
        "name an empty folder or a new one; with --force the other files stay beside the pages",
        (
            "空のフォルダか新しいフォルダを指定してください。"
            "--forceを付けると、その他のファイルはページとともに残ります"
        ),
    ),
    (
        "a commission is written to a folder, and none is named",
        "照会はフォルダに書き出しますが、フォルダが指定されていません",
    ),
    (
        "name one: -o DIR; or look first who is asked for what: --dry-run",
        "-o DIRで指定するか、先に照会内容を確認してください：--dry-run",
    ),
    ("nobody would be asked: {why:spoken}", "照会先がありません（{why}）"),
    (
        "see what is open, and whose it is: jcm list --open",
        "未了のものと担当機関を確認してください：jcm list --open",
    ),
    ("pages are HTML: leave --format out", "ページはHTMLです。--formatを外してください"),
    ("{form} is no text that a terminal could show", "{form}は端末に表示できません"),
    (
        "write it to a file: -o FILE{suffix}, or send it into a pipe",
        "-o FILE{suffix}でファイルに書き出すか、パイプに渡してください",
    ),
    ("redirect stdout to it: -o -", "標準出力をそのファイルにリダイレクトしてください：-o -"),
    ("stdout: not written: {reason:said}", "標準出力：書き込めませんでした（{reason}）"),
    ("make room, or send it elsewhere", "空き容量を確保するか、出力先を変えてください"),
    (
        "nothing is written: the calendar would be empty, as {reason:spoken}",
        "カレンダーが空になるため、書き出していません（{reason}）",
    ),
    (
        "ask for other commitments, or write the data: -o FILE.csv, .xlsx or .json",
        (
            "別のコミットメントを指定するか、データとして書き出してください："
            "-o FILE.csv、.xlsx又は.json"
        ),
    ),
    (
        "ask for other commitments, or write the data{how:tail}",
        "別のコミットメントを指定するか、データとして書き出してください{how}",
    ),
    ('the pager "{command}" cannot be run', "ページャ「{command}」を実行できません"),
    (
        "set PAGER to a pager that is there, or do without: jcm --no-pager, then the command",
        "PAGERを実在するものにするか、jcm --no-pagerに続けてコマンドを実行してください",
    ),
    (
        (
            "completion can be put in place for bash, zsh and fish, and this is not seen to be one of "
            "them"
        ),
        "補完を設定できるのはbash、zsh及びfishですが、このシェルを判別できません",
    ),
    (
        "completion can be put in place for bash, zsh and fish, and {shell} is not one of them",
        "補完を設定できるのはbash、zsh及びfishで、{shell}には設定できません",
    ),
    (
        "start one of these, and ask again in it",
        "いずれかを起動し、その中で再実行してください",
    ),
    (
        "completion is not put in place for {shell}, which may not run scripts",
        "{shell}はスクリプトの実行が許可されていない場合があるため、補完を設定しません",
    ),
    (
        "add it to your profile yourself: jcm --show-completion >> $PROFILE",
        "プロファイルに追加してください：jcm --show-completion >> $PROFILE",
    ),
    (
        "completion was not put in place: {variable:word} is {folder}, which is no folder",
        "補完を設定していません（{variable}の{folder}はフォルダではありません）",
    ),
    (
        "completion was not put in place: {variable:word} is not set",
        "補完を設定していません（{variable}が未設定です）",
    ),
    (
        "completion was not put in place: {reason:said}",
        "補完を設定していません（{reason}）",
    ),
    (
        (
            "set {variable:word} to the folder of your shell's files, or put what "
            "`jcm --show-completion` prints where your shell reads it at its start"
        ),
        f"{{variable}}をシェルのファイルがあるフォルダに設定するか、{_BY_HAND}",
    ),
    (
        (
            "make it writable, or put what `jcm --show-completion` prints where your shell reads it "
            "at its start"
        ),
        f"書込みを許可するか、{_BY_HAND}",
    ),
    (
        "the current folder does not exist any more",
        "現在のフォルダがもう存在しません",
    ),
    (
        "change to a folder that exists, or name the ledger: --ledger PATH",
        "存在するフォルダに移るか、--ledger PATHで台帳を指定してください",
    ),
    (
        "jcm --debug, then the rest of the command line, shows where",
        "jcm --debugに続けて同じコマンドを実行すると、箇所が分かります",
    ),
    ("there is not enough memory", "メモリが足りません"),
    (
        "end other programs, or have it done on a larger machine",
        "ほかのプログラムを終了するか、メモリの多いコンピュータで実行してください",
    ),
    (
        (
            "jcm: unforeseen error: {kind:word}: {error}. Please report it, with what `jcm --debug` "
            "and the rest of your command line prints"
        ),
        (
            "jcm: 予期しないエラー：{kind}：{error}。`jcm --debug`に続けて同じコマンドを実行し、"
            "その出力を添えて報告してください"
        ),
    ),
)
"""Documents that cannot be written as asked, and where a command cannot go on."""
