"""What is asked at a terminal."""

QUESTIONS = (
    ("{question:known} [{default}]", "{question} [{default}]"),
    ("Title", "題名"),
    ("Id", "ID"),
    ("What will be done, in a sentence", "実施する内容（1文）"),
    ("Meeting", "会合"),
    ("Owners, with commas between", "担当機関（コンマ区切り）"),
    ("Theme, in a word", "分野（1語）"),
    ("Wording ({choices:names})", "文言の強さ（{choices}）"),
    ("Kind ({choices:names})", "区分（{choices}）"),
    ("Paragraph of the statement", "共同文書の段落番号"),
    ("Deadline, a period such as 2024-H1", "期限（2024-H1などの期間）"),
    ("Deadline as the statement puts it", "期限（共同文書の表現どおり）"),
    ("Id, such as jcm-13", "ID（例：jcm-13）"),
    (
        "Held on, a date; nothing if it is to come",
        "開催日（開催前の場合は入力不要）",
    ),
    (
        "Expected in, a period such as 2026-H2",
        "開催予定（2026-H2などの期間）",
    ),
    ("Place", "開催地"),
    ("Title of its joint statement", "共同文書の題名"),
    ("Address of the statement", "共同文書のアドレス"),
    ("Id, such as METI", "ID（例：METI）"),
    ("Full name", "正式名称"),
    ("Name in Japanese", "日本語名"),
    (
        "Side, nothing for a body outside the committee",
        "側（合同委員会外の機関は入力不要）",
    ),
    ("The body it succeeds, if it does", "前身の機関（ある場合）"),
    ("Since when, a date", "後継となった日"),
    ("Name of the committee", "合同委員会の名称"),
    ("Its sides, with commas between", "側（コンマ区切り）"),
    (
        'There is no body "{name}". Did you mean {near:names}? Add it as a new one?',
        "機関「{name}」はありません。{near}ではありませんか？新しい機関として追加しますか？",
    ),
    (
        'There is no body "{name}". Add it as a new one?',
        "機関「{name}」はありません。新しい機関として追加しますか？",
    ),
    ("Take it back?", "取り消しますか？"),
    ("Replace {path}?", "{path}を置き換えますか？"),
    ("this is needed", "必須です"),
)
"""What is asked at a terminal."""
