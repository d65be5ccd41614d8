"""What help pages say of arguments and options."""

HELP_OF_OPTIONS = (
    (
        "In English, in Japanese, or in both; else $JCM_LANG, the locale, English.",
        "英語、日本語又は両方。省略時は$JCM_LANG、ロケール、英語の順。",
    ),
    (
        "Japanese with years of eras: 令和6年, not 2024年.",
        "日本語の年を元号で示す（2024年でなく令和6年）。",
    ),
    (
        "Show the traceback of an unforeseen error.",
        "予期しないエラーの発生箇所（トレースバック）を示す。",
    ),
    (
        "Show what is taller than the screen without $PAGER.",
        "画面より長い出力も$PAGERなしで示す。",
    ),
    ("Show the version.", "バージョンを示す。"),
    (
        "Teach this shell to complete what is typed of jcm.",
        "このシェルにjcmの入力補完を設定する。",
    ),
    (
        "Print what would teach it, to put it in place by hand.",
        "手作業で設定するため、補完の設定を出力する。",
    ),
    (
        "The ledger's file; else $JCM_LEDGER, the nearest commitments.toml, the built-in one.",
        "台帳のファイル。省略時は$JCM_LEDGER、最寄りのcommitments.toml、組込みの台帳の順。",
    ),
    (
        "The ledger's file; else as for --ledger.",
        "台帳のファイル。省略時は--ledgerと同じ。",
    ),
    (
        "The commitment's id, or the beginning of it.",
        "コミットメントのID又はその先頭部分。",
    ),
    (
        "Look at the ledger as of this day, not today.",
        "本日でなく、この日を基準日とする。",
    ),
    (
        "The meeting that it is for: its id or its title.",
        "対象の会合（ID又は名称）。",
    ),
    (
        "Look at the ledger as of this day, not today or the eve of a meeting held.",
        "本日（開催済みの会合では前日）でなく、この日を基準日とする。",
    ),
    (
        "Tell what happened from this day or meeting on.",
        "この日又は会合以降の進捗を示す。",
    ),
    ("The title.", "題名。"),
    (
        (
            'The marking at the head and the foot of every page; "" for none. As the next ones, it '
            "goes before what [report] in the ledger says."
        ),
        (
            '各ページの上下に示す取扱区分。""は表示なし。'
            "次の各項目と同じく、台帳の[report]より優先する。"
        ),
    ),
    ("Who prepared it.", "作成者。"),
    ("Whom to ask, or write to.", "連絡先。"),
    ("Who gets it.", "配布先。"),
    (
        "Write to a file, in the format of its suffix; - is stdout. May be repeated.",
        "拡張子の形式でファイルに書き出す。-は標準出力。繰返し可。",
    ),
    ("Write to a file.", "ファイルに書き出す。"),
    ("(stdout)", "（標準出力）"),
    ("Replace a file that exists already.", "既存のファイルを置き換える。"),
    ("Words that all have to occur.", "語句（全てを含むもの）。"),
    (
        'What was reported; "none" for nothing on file.',
        '報告された進捗状況。記録なしは"none"。',
    ),
    ("What the calendar says.", "期限状況。"),
    ("A body that owns it: its id, or a name.", "担当機関（ID又は名称）。"),
    ("A side among its owners.", "担当機関の側。"),
    ('Its theme; "none" for what has none.', '分野。分野のないものは"none"。'),
    ("Its theme.", "分野。"),
    ("The meeting that made it.", "表明された会合。"),
    ("How firmly it is worded.", "文言の強さ。"),
    (
        "Its deadline overlaps this period, such as 2024-H1.",
        "期限がこの期間と重なるもの（例：2024-H1）。",
    ),
    (
        "Open and due within 90d, 2w, 6m or 1y, or overdue.",
        "未了で、期限まで90d、2w、6m又は1y以内のもの及び期限超過のもの。",
    ),
    ("Only what is overdue.", "期限超過のもののみ。"),
    ("Only what is not closed.", "未了のもののみ。"),
    (
        "Only where the sides report different statuses.",
        "双方の報告が相違するもののみ。",
    ),
    (
        "Only what one side calls closed and another open.",
        "一方が終了、他方が未了としているもののみ。",
    ),
    (
        "The value of a column of your own, declared as [field.KEY].",
        "[field.KEY]で定義した独自項目の値。",
    ),
    (
        "Soonest deadline, id, status, or latest news first.",
        "期限、ID、進捗状況又は新しい報告の順。",
    ),
    (
        "Under headings; by timing it is the agenda.",
        "見出しを付ける。timingでは議題の一覧となる。",
    ),
    (
        "The columns to show, by their names in TSV, or as [field.NAME]. May be repeated.",
        "表示する列。TSVの列名又は[field.NAME]による。繰返し可。",
    ),
    (
        "Default: table on a terminal, tsv into a pipe.",
        "既定：端末ではtable、パイプではtsv。",
    ),
    (
        "Default: table on a terminal, tsv into a pipe, text with --silent.",
        "既定：端末ではtable、パイプではtsv、--silentではtext。",
    ),
    (
        "Default: chart on a terminal, tsv into a pipe.",
        "既定：端末ではchart、パイプではtsv。",
    ),
    (
        "Default: table on a terminal, markdown elsewhere.",
        "既定：端末ではtable、それ以外ではmarkdown。",
    ),
    (
        "For stdout (default: csv) and files whose suffix says nothing.",
        "標準出力（既定：csv）及び拡張子で決まらないファイルの形式。",
    ),
    (
        (
            "For stdout (default: terminal on a terminal, else markdown) and files whose suffix says "
            "nothing."
        ),
        (
            "標準出力（既定：端末ではterminal、それ以外ではmarkdown）"
            "及び拡張子で決まらないファイルの形式。"
        ),
    ),
    (
        "In a calendar, what is past its day stands on the day of the export.",
        "カレンダーで、期日を過ぎたものを書き出した日に置く。",
    ),
    (
        "CSV without the byte-order mark that Excel needs.",
        "Excelに必要なバイト順マークを付けないCSVとする。",
    ),
    (
        "The first page alone: what to know, what to do.",
        "要点（1ページ目）のみとする。",
    ),
    (
        "A folder of web pages: the report, one a commitment, one a body.",
        "ウェブページのフォルダとする（報告全体、コミットメントごと及び機関ごと）。",
    ),
    ("By when to reply; the day is included.", "回答期限（当日を含む）。"),
    (
        "The folder to write to; it is made if it is not there.",
        "書き出すフォルダ。なければ作成する。",
    ),
    (
        "The language of form and mail. Default: Japanese for bodies of Japan, English for others.",
        "回答様式とメールの言語。既定：日本の機関は日本語、ほかは英語。",
    ),
    (
        "Tell who is asked for what, and write nothing.",
        "照会先と内容を示し、何も書き出さない。",
    ),
    ("Only these.", "指定した機関のみ。"),
    ("Only bodies of this side.", "この側の機関のみ。"),
    (
        (
            "Only those that owe something and were last heard from longer ago than 90d, 2w, 6m or "
            "1y, or never; as text to paste into an email each."
        ),
        (
            "未了があり、直近の報告が90d、2w、6m又は1yより前の機関及び報告の記録がない機関のみ。"
            "メールに貼り付ける文面を機関ごとに出力する。"
        ),
    ),
    ("In the text: by when to reply.", "文面に示す回答期限。"),
    ("Only this commitment's entries.", "このコミットメントの記録のみ。"),
    ("Only what this body reported.", "この機関の報告のみ。"),
    (
        'Only reports of this status; "none" for notes.',
        'この進捗状況の報告のみ。内容のみの記録は"none"。',
    ),
    (
        "From this commit, branch or tag, HEAD by default; to that one, or to now.",
        "このコミット、ブランチ又はタグ（既定：HEAD）から、指定のもの又は現在まで。",
    ),
    (
        "From the end of this day, by the journal's own dates, without git.",
        "この日の終わりから（記録の日付による。git不要）。",
    ),
    ("To the end of this day.", "この日の終わりまで。"),
    ("Fail for warnings, as for errors.", "警告もエラーと同じ扱いとする。"),
    (
        "github: annotations of GitHub Actions.",
        "github：GitHub Actionsの注釈。",
    ),
    (
        "Every entry that this revision of git has must be there, unaltered.",
        "gitのこのリビジョンの全記録が、変更なく残っていなければならない。",
    ),
    ("Where to put it.", "置き場所。"),
    (
        "Start with a commented skeleton, not with a copy.",
        "写しでなく、注釈付きのひな形から始める。",
    ),
    (
        "The committee's name, for one that starts empty.",
        "合同委員会の名称（空の台帳の場合）。",
    ),
    (
        "A side of it, in the order they are shown; repeated.",
        "側。表示する順に繰り返す。",
    ),
    ("Take all of it back.", "全て元に戻す。"),
    (
        "The command; without one, all of them are listed.",
        "コマンド。省略時は全てを一覧にする。",
    ),
    ("The last common state.", "最後の共通の状態。"),
    ("Our side; the result replaces it.", "こちら側（結果で置き換える）。"),
    ("Their side.", "相手側。"),
    ("How long a conflict marker is.", "競合の印の長さ。"),
    ("The ledger's path.", "台帳のパス。"),
)
"""What help pages say of arguments and options."""
