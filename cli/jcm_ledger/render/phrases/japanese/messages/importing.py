"""Tables that are imported: what is wrong with them, and what is asked."""

IMPORTING = (
    ("{cells:cells}: {failure:known}", "{cells}：{failure}"),
    (
        "{file}: {n:count} things cannot be imported; nothing was",
        "{file}：取り込めないものが{n}件あります。何も取り込んでいません",
    ),
    (
        "{file}: one thing cannot be imported; nothing was",
        "{file}：取り込めないものが1件あります。何も取り込んでいません",
    ),
    (
        "{file}, sheet {sheet}: {n:count} things cannot be imported; nothing was",
        "{file}、シート「{sheet}」：取り込めないものが{n}件あります。何も取り込んでいません",
    ),
    (
        "{file}, sheet {sheet}: one thing cannot be imported; nothing was",
        "{file}、シート「{sheet}」：取り込めないものが1件あります。何も取り込んでいません",
    ),
    ('"{text}" is no day and no period', "「{text}」は日付でも期間でもありません"),
    ('"{text}" can be {days:names}', "「{text}」は{days}のいずれとも読めます"),
    ('"{text}" has no year', "「{text}」には年がありません"),
    ('"{text}" has a year of two digits', "「{text}」は年が2桁です"),
    (
        '"{text}" looks like a spreadsheet\'s number for {day:word}',
        "「{text}」は{day}を表す表計算ソフトの数値のようです",
    ),
    (
        '"{text}" looks like a spreadsheet\'s number',
        "「{text}」は表計算ソフトの日付の数値のようです",
    ),
    ('"{text}" is no day of the calendar', "「{text}」は暦にない日です"),
    (
        '"{text}" is another day of the week: {day:word}',
        "「{text}」は{day}の曜日と異なります",
    ),
    ('"{text}" is another day of the week', "「{text}」は曜日が異なります"),
    ('"{text}" is no day of that era', "「{text}」はその元号の期間にありません"),
    (
        "write it as 2024-06-30, 30 June 2024, 2024-06, 2024-Q2 or FY2024",
        "2024-06-30、2024年6月30日、2024-06、2024-Q2又はFY2024のように書いてください",
    ),
    (
        "say in which order day, month and year stand{how:tail}",
        "年月日の順序を指定してください{how}",
    ),
    (
        "say in which order day, month and year stand: --dates dmy, mdy or ymd",
        "年月日の順序を指定してください：--dates dmy、mdy又はymd",
    ),
    (
        "give the cell the format of a date, or write the day as a text",
        "セルを日付の書式にするか、日付を文字列で書いてください",
    ),
    ('"{text}" is more than one day', "「{text}」は1日ではありません"),
    ("give the day itself: 2024-06-30", "日付を書いてください：2024-06-30"),
    ('"{text}" is not {form:word}', "「{text}」は{form}の形ではありません"),
    ('"{text}" is not {form:known}', "「{text}」は{form}の形ではありません"),
    ("NAME=ID or NAME=ID@SIDE", "NAME=ID又はNAME=ID@SIDE"),
    (
        'name a column by its heading or letters, and a key: "Lead=owners", D=none',
        '列の見出し又は列記号と、キーを指定してください："Lead=owners"、D=none',
    ),
    ("key", "キー"),
    ("column of one's own", "独自項目"),
    ('no column is called "{column}"', "「{column}」という列はありません"),
    ('{n:count} columns are called "{column}"', "「{column}」という列が{n}列あります"),
    ("the headings: {headings:names}", "見出し：{headings}"),
    ("give the letters of the column: D", "列記号で指定してください：D"),
    (
        "columns {first:word} and {second:word} cannot both be the {key}",
        "{first}列と{second}列を、共に{key}にすることはできません",
    ),
    (
        "leave one of them out, or keep it as a column of your own{how:tail}",
        "一方を除外するか、独自項目にしてください{how}",
    ),
    (
        "leave one of them out, or keep it as a column of your own: --map COLUMN=none, or field.NAME",
        "一方を除外するか、独自項目にしてください：--map COLUMN=none又はfield.NAME",
    ),
    (
        "{file} has more than one sheet with a table in it",
        "{file}には表のあるシートが複数あります",
    ),
    ('{file} has no sheet "{sheet}"', "{file}にシート「{sheet}」はありません"),
    (
        "name one of its sheets: {sheets:names}: --sheet NAME",
        "シートを指定してください（{sheets}）：--sheet NAME",
    ),
    ("name one of its sheets: {sheets:names}", "シートを指定してください（{sheets}）"),
    (
        'no row of the sheet "{sheet}" heads columns that are known',
        "シート「{sheet}」に、見出しと判別できる行がありません",
    ),
    ("no row of the table heads columns that are known", "表に、見出しと判別できる行がありません"),
    (
        (
            "head the columns (action, owner, status, due date), or say which column is "
            "which{how:tail}"
        ),
        "列に見出し（事項、担当機関、進捗状況、期限）を付けるか、各列を指定してください{how}",
    ),
    (
        "no column says what was promised; the headings: {headings:names}",
        "事項の列がありません（見出し：{headings}）",
    ),
    ("say which column is the title{how:tail}", "題名の列を指定してください{how}"),
    (
        "{file} has headings, and no rows below them",
        "{file}には見出しがありますが、その下に行がありません",
    ),
    (
        "name another sheet, or a file that has rows",
        "別のシート又は行のあるファイルを指定してください",
    ),
    (
        '"{name}" is no body of the ledger, and looks like {near:names}',
        "「{name}」は台帳の機関ではありませんが、{near}に似ています",
    ),
    (
        "spell it as the ledger does, or say which body is meant{how:tail}",
        "台帳のとおりに書くか、どの機関かを指定してください{how}",
    ),
    (
        '{commitment:word} is on file, and is called "{title}"',
        "{commitment}は台帳にあり、題名は「{title}」です",
    ),
    (
        (
            "spell the title as it is there, if it is the same one; else leave the numbers "
            "out{how:tail}"
        ),
        "同じものなら題名を台帳のとおりに書き、別のものなら番号の列を除外してください{how}",
    ),
    (
        "nothing says the side of a new body: {bodies:names}",
        "新たな機関の側が分かりません：{bodies}",
    ),
    (
        "nothing says the side of {n:count} new bodies: {bodies:names}",
        "新たな{n}機関の側が分かりません：{bodies}",
    ),
    (
        "say of which side they are ({sides:names}), or that they are of none",
        "側（{sides}）又は合同委員会外であることを指定してください",
    ),
    (
        (
            "say of which side they are ({sides:names}), or that they are of none: --side SIDE, or "
            '--body "NAME=ID@SIDE"; --body "NAME=ID" is outside'
        ),
        (
            "側（{sides}）又は合同委員会外であることを指定してください："
            '--side SIDE又は--body "NAME=ID@SIDE"（合同委員会外は--body "NAME=ID"）'
        ),
    ),
    ("owner", "担当機関"),
    ("reporter", "報告機関"),
    ("nothing says the {what:said}", "{what}が分かりません"),
    (
        "say the {what:said} of all rows, or which column says it",
        "全行に共通の{what}又は{what}の列を指定してください",
    ),
    (
        (
            "say the {what:said} of all rows, or which column says it: --owner BODY, or --map "
            "COLUMN=owners; --skip ROW leaves a row out"
        ),
        (
            "全行に共通の{what}又は{what}の列を指定してください：--owner BODY又は"
            "--map COLUMN=owners（行の除外は--skip ROW）"
        ),
    ),
    (
        (
            "say the {what:said} of all rows, or which column says it: --meeting MEETING, or --map "
            "COLUMN=meeting"
        ),
        (
            "全行に共通の{what}又は{what}の列を指定してください：--meeting MEETING又は"
            "--map COLUMN=meeting"
        ),
    ),
    (
        (
            "say the {what:said} of all rows, or which column says it: --by BODY, --by owner for the "
            "first owner of each row, or --map COLUMN=by"
        ),
        (
            "全行に共通の{what}又は{what}の列を指定してください：--by BODY、"
            "--by owner（各行の最初の担当機関）又は--map COLUMN=by"
        ),
    ),
    ("{meaning:known}: --status {typed}", "{meaning}（--status {typed}）"),
    (
        (
            "say which status it means: --status {typed}, or keep the column as your own: --map "
            "COLUMN=field.NAME"
        ),
        (
            "どの進捗状況かを指定してください：--status {typed}　独自項目として残す場合："
            "--map COLUMN=field.NAME"
        ),
    ),
    (
        "{step:known}, or leave the column out: --map COLUMN=none",
        "{step}。列を除外する場合：--map COLUMN=none",
    ),
    (
        "copy the column, paste its values in its place, or save the sheet as .csv",
        "列をコピーして値として貼り付けるか、シートを.csvで保存してください",
    ),
    ("question marks stand where letters were lost", "文字が失われ、「?」になっています"),
    (
        "save the table again as .xlsx, or as .csv in UTF-8",
        "表を.xlsx又はUTF-8の.csvで保存し直してください",
    ),
    (
        "a formula, whose value is not worked out here",
        "数式が入っています（数式は計算しません）",
    ),
    ("an error value", "エラー値が入っています"),
    ("put right what the formula stumbles over", "数式の誤りを直してください"),
    (
        "row {n:count} says otherwise of the same commitment: {key}",
        "{n}行目に、同じコミットメントについて異なる記載があります：{key}",
    ),
    (
        "say the same in both rows, or tell them apart by an id",
        "両方の行を同じ内容にするか、IDで区別してください",
    ),
    ("nothing says what was promised", "事項の記載がありません"),
    ("say it there, or empty the row", "記載するか、行を空欄にしてください"),
    (
        "it belongs to a report, and there is neither status nor note",
        "報告に付くものですが、進捗状況も内容もありません",
    ),
    (
        "say in the note what happened, or empty the cell",
        "何があったかを内容の列に書くか、セルを空欄にしてください",
    ),
    ("several bodies, where one reports", "報告機関が複数書かれています"),
    ('name one, or "committee" for all', '一つだけ書くか、双方なら"committee"としてください'),
    ("nothing was added", "何も追加していません"),
    (
        "nothing was changed; --yes adds it without asking",
        "変更していません。--yesを付けると、確認せずに追加します",
    ),
)
"""Tables that are imported: what is wrong with them, and what is asked."""
