"""What was typed and is not understood: names, words, arguments."""

NAMES = (
    ("commitment", "コミットメント"),
    ("meeting", "会合"),
    ("organisation", "機関"),
    ("body", "機関"),
    ("side", "側"),
    ("status", "進捗状況"),
    ("timing", "期限状況"),
    ("strength", "文言の強さ"),
    ("kind", "区分"),
    ("theme", "分野"),
    ("column", "列"),
    ("field", "独自項目"),
    ("ids", "ID"),
    ("names", "名称"),
    ("value of {column}", "{column}の値"),
    ('unknown {what:said} "{name}"', "{what}「{name}」は見つかりません"),
    ("did you mean {names:names}?", "{names}ではありませんか？"),
    (
        "did you mean {names:names}? known: {choices:names}",
        "{names}ではありませんか？登録済み：{choices}",
    ),
    (
        "did you mean {names:names}? the ledger has none",
        "{names}ではありませんか？台帳には登録がありません",
    ),
    ("known: {choices:names}", "登録済み：{choices}"),
    ("the ledger has none", "台帳には登録がありません"),
    (
        "{known:said}; or add it: jcm add body {name} --side SIDE",
        "{known}。追加するには：jcm add body {name} --side SIDE",
    ),
    ('"{word}" is not clear as a status', "「{word}」では進捗状況を特定できません"),
    (
        "it does not say how it ended: completed, not-pursued or superseded",
        (
            "どのように終了したのかが分かりません："
            "completed（完了）、not-pursued（取りやめ）又はsuperseded（後継事項へ移行）としてください"
        ),
    ),
    (
        "it does not say what it waits for: not-started, or stalled for what was begun",
        (
            "何を待っているのかが分かりません："
            "not-started（未着手）、着手済みならstalled（停滞）としてください"
        ),
    ),
    (
        "work that is late may go on: in-progress or stalled, with the new deadline beside it",
        (
            "遅れていても続いている場合があります："
            "in-progress（実施中）又はstalled（停滞）とし、新しい期限を添えてください"
        ),
    ),
    (
        '{what:said} "{name}" is the beginning of {n:count} {kind:said}',
        "{what}「{name}」で始まる{kind}が{n}件あります",
    ),
    ("type more of it: {names:names}", "もう少し長く入力してください：{names}"),
    (
        'more than one {what:said} is called "{name}"',
        "「{name}」という{what}が複数あります",
    ),
    ("give the id as it is spelled: {names:names}", "IDを正確に入力してください：{names}"),
    ('"{text}" is not KEY=VALUE', "「{text}」はKEY=VALUEの形ではありません"),
    (
        "a column is given with its value: priority=high",
        "列は値とともに指定してください：priority=high",
    ),
    (
        'nobody reports on behalf of the "committee"',
        '"committee"に代わって報告することはできません',
    ),
    (
        "it reports itself: --by committee",
        "合同委員会としての報告は--by committeeとしてください",
    ),
    ("{first} and {second} do not go together", "{first}と{second}は同時に指定できません"),
    (
        "ids stand under no headings: --format tsv",
        "IDのみの出力に見出しは付きません：--format tsv",
    ),
    (
        "columns are of table, tsv and csv",
        "列を選べるのはtable、tsv及びcsvです",
    ),
    ("{command} needs {options:names}", "{command}には{options}が必要です"),
    (
        "give them, or run it in a terminal to be asked: jcm {command} --help",
        "全て指定するか、端末で実行して質問に答えてください：jcm {command} --help",
    ),
    (
        "give it, or run it in a terminal to be asked: jcm {command} --help",
        "指定するか、端末で実行して質問に答えてください：jcm {command} --help",
    ),
    ("{first} comes after {last}", "{first}は{last}より後です"),
    (
        "give the earlier day as --from, the later one as --to",
        "先の日付を--from、後の日付を--toに指定してください",
    ),
    (
        "nobody can reply by {reply_by}: the letters are of {day}",
        "{reply_by}までの回答は求められません（文書の日付は{day}）",
    ),
    (
        "nobody can reply by {reply_by}: the commission is issued on {day}",
        "{reply_by}までの回答は求められません（照会の日付は{day}）",
    ),
    ("name a later day as --reply-by", "--reply-byには、これより後の日を指定してください"),
    (
        "name a later day as --reply-by, or leave it out",
        "--reply-byには、これより後の日を指定するか、指定を外してください",
    ),
    ("argument {n:count} is not UTF-8 text", "{n}番目の引数がUTF-8ではありません"),
    (
        "type it again in a terminal that is set to UTF-8",
        "UTF-8に設定した端末で入力し直してください",
    ),
    (
        "{commitment} was made at {meeting}, after {day}",
        "{commitment}は{meeting}で表明されたもので、{day}より後です",
    ),
    ("ask as of a later day", "これより後の日を基準日に指定してください"),
    (
        "{meeting} was not held by {day}: it is expected {period}",
        "{meeting}は{day}までに開催されていません（開催予定：{period}）",
    ),
    (
        "begin at a date, or at a meeting that was held",
        "日付又は開催済みの会合から始めてください",
    ),
    ('the column "{name}" stands twice', "列「{name}」が重複しています"),
    (
        '"{text}" stands in no column of the header',
        "「{text}」に対応する列が見出し行にありません",
    ),
    ("it has no id", "IDがありません"),
    ("it cannot be read: {error:said}", "読み取れません（{error}）"),
    (
        "a cell that begins with a quotation mark ends with one; within it, double them",
        "引用符で始まるセルは引用符で終え、中の引用符は二つ重ねてください",
    ),
    ("it is not UTF-8 text", "UTF-8ではありません"),
    (
        "save it as UTF-8: in Excel, “CSV UTF-8” among the types of files",
        "UTF-8で保存してください（Excelでは、ファイルの種類「CSV UTF-8」）",
    ),
    (
        "the first line names the columns; each row has a cell for each, or blanks",
        "1行目に列名を書き、各行は列ごとに一つのセル（空欄可）としてください",
    ),
    ("standard input, line {n:count}: {failure:said}", "標準入力{n}行目：{failure}"),
    ("standard input", "標準入力"),
    (
        "{n:count} lines of standard input cannot be recorded; nothing was",
        "標準入力の{n}行を記録できません。何も記録していません",
    ),
    (
        "give two revisions at most, or --from and --to",
        "リビジョンは二つまで、又は--fromと--toを指定してください",
    ),
    ("--to needs --from", "--toには--fromが必要です"),
    ("a committee has two sides or more", "合同委員会には二つ以上の側が必要です"),
    ("such as: UK, Japan", "例：UK, Japan"),
)
"""What was typed and is not understood: names, words, arguments."""
