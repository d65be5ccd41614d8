"""Rules of the other tables: commitments, meetings, bodies, columns."""

TABLES = (
    (
        '{key:word} names "{name}", which is no {table:said} of this ledger',
        "{key}の「{name}」はこの台帳の{table}にありません",
    ),
    ("declare it: [{table}.{name}]", "定義してください：[{table}.{name}]"),
    (
        'a body\'s id, or "committee" for both sides',
        '機関のID、双方の場合は"committee"としてください',
    ),
    (
        'deadline "{text}" is neither a period nor a meeting',
        "期限「{text}」は期間でも会合でもありません",
    ),
    (
        'side "{side}" is no side of the committee',
        "側「{side}」は合同委員会の側ではありません",
    ),
    ("the sides are: {sides:names}", "側：{sides}"),
    (
        "the sides are: {sides:names}: --side SIDE",
        "側：{sides}。--side SIDEで指定してください",
    ),
    (
        "meeting {name:word} is neither held nor expected",
        "会合{name}に開催日も開催予定もありません",
    ),
    (
        'add held = 2023-11-07 (a date) or expected = "2025" (a period){how:tail}',
        'held = 2023-11-07（日付）又はexpected = "2025"（期間）を加えてください{how}',
    ),
    (
        (
            'add held = 2023-11-07 (a date) or expected = "2025" (a period): --held DATE, or '
            "--expected PERIOD"
        ),
        (
            'held = 2023-11-07（日付）又はexpected = "2025"（期間）を加えてください：'
            "--held DATE又は--expected PERIOD"
        ),
    ),
    (
        "{table:said} {name:word} differs from {other} in nothing but its case",
        "{table}{name}は{other}と大文字・小文字しか違いません",
    ),
    ("give one of them another id", "一方に別のIDを付けてください"),
    (
        '"committee" stands for both sides together',
        '"committee"は双方を表す語です',
    ),
    ("give the body another id", "機関に別のIDを付けてください"),
    (
        "the side {side} has the name of another one, or of all together",
        "側「{side}」の名称が、別の側又は双方を表す語と同じです",
    ),
    ("give each side a name of its own", "側ごとに別の名称を付けてください"),
    (
        "{owner:word} is named twice among its owners",
        "担当機関に{owner}が重複しています",
    ),
    ("name it once", "一度だけ書いてください"),
    (
        '{table:said} "{name}": an id is one word that starts with a letter or digit',
        "{table}「{name}」：IDは文字又は数字で始まる1語です",
    ),
    (
        'meeting "{name}": a deadline of this name would be the period',
        "会合「{name}」：この名前を期限に書くと期間として読まれます",
    ),
    (
        "give it another id, such as jcm-12",
        "別のIDを付けてください（例：jcm-12）",
    ),
    ("{key:word} is blank", "{key}が空です"),
    ('say it in words: {key:word} = "…"', '言葉で書いてください：{key} = "…"'),
    (
        'say it in words: {key:word} = "…": jcm add "TITLE"',
        '言葉で書いてください：jcm add "TITLE"',
    ),
    (
        "organisation {name:word} owns nothing and reports nothing",
        "機関{name}には担当事項も報告もありません",
    ),
    ("remove it, or name it where it belongs", "削除するか、該当する箇所に書いてください"),
    ("commitment {name:word} has no owner", "コミットメント{name}に担当機関がありません"),
    (
        "name the bodies that answer for it{how:tail}",
        "担当する機関を書いてください{how}",
    ),
    (
        'a commitment has a key "{name}" already',
        "コミットメントには既に「{name}」というキーがあります",
    ),
    ("give the column another id", "列に別のIDを付けてください"),
    (
        '{column:word} "{value}" is not one of its values',
        "{column}の「{value}」は定められた値ではありません",
    ),
    ("they are: {values:names}", "定められた値：{values}"),
    (
        "{key:word} holds control characters: {codes:names}",
        "{key}に制御文字があります：{codes}",
    ),
    (
        "remove them; output shows them as escapes",
        "取り除いてください（出力ではコードで示します）",
    ),
    (
        "commitment {name:word} supersedes {old:word}, which a later meeting made",
        "コミットメント{name}が、後の会合で表明された{old}の後継とされています",
    ),
    (
        "only what an earlier meeting made, or the same one, can be superseded",
        "後継に置き換えることができるのは、同じ会合又はそれより前の会合で表明されたもののみです",
    ),
    (
        "organisation {name:word} succeeds {old:word}, which is of another side",
        "機関{name}が、別の側の{old}の後継とされています",
    ),
    (
        'hand its commitments over in the journal: by = "committee", owners = […]',
        '進捗記録で担当を引き継いでください：by = "committee"、owners = […]',
    ),
    (
        "{names:names} succeed {old:word}, which owns it still",
        "{names}が{old}の後継ですが、担当機関は{old}のままです",
    ),
    (
        'hand it over: jcm mark {name:word} --owners … --by committee --note "…"',
        '担当を引き継いでください：jcm mark {name} --owners … --by committee --note "…"',
    ),
    (
        "commitment {name:word} is a part of itself",
        "コミットメント{name}が自身の一部とされています",
    ),
    (
        "commitment {name:word} is a part of {whole:word}, which is a part of {other:word}",
        "コミットメント{name}は{whole}の一部ですが、{whole}も{other}の一部です",
    ),
    (
        "a commitment may have parts, and these have none",
        "一部とすることができるのは一段階までです",
    ),
    (
        "commitment {name:word} is open, and {whole:word}, of which it is a part, is closed",
        "コミットメント{name}は未了ですが、全体である{whole}は終了しています",
    ),
    (
        "put on file what became of the part, or that the whole is open",
        "その部分がどうなったか、又は全体が未了であることを記録してください",
    ),
    (
        "{key:word} leads back to {name:word}",
        "{key}をたどると{name}に戻ります",
    ),
    (
        "leave out one of the two: nothing takes its own place",
        "一方を削除してください（自身の後継にはなれません）",
    ),
    (
        'ignore names "{code}", which is the code of no warning',
        "ignoreの「{code}」という警告コードはありません",
    ),
    ("errors are never ignored", "エラーは除外できません"),
    ('there is a {table:said} "{name}" already', "{table}「{name}」は既にあります"),
    ('there is an {table:said} "{name}" already', "{table}「{name}」は既にあります"),
    ("give the new one another id{how:tail}", "新しいものに別のIDを付けてください{how}"),
    (
        (
            "give the new one another id: jcm add … ID; what is new about that one belongs into its "
            "table in the file"
        ),
        (
            "新しいものに別のIDを付けてください：jcm add … ID。"
            "既存のものに関する新しい内容は、ファイルの表に書いてください"
        ),
    ),
)
"""Rules of the other tables: commitments, meetings, bodies, columns."""
