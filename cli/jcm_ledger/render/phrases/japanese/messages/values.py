"""Periods, dates, lengths of time and other values that do not read as what they should be."""

VALUES = (
    ('"{text}" is not a period: {reason:said}', "「{text}」は期間ではありません（{reason}）"),
    (
        '{key:word} "{text}" is not a period: {reason:said}',
        "{key}の「{text}」は期間ではありません（{reason}）",
    ),
    (
        (
            "a period is written 2024, 2024-H1, 2024-Q2, 2024-06, 2024-06-30, 2023-11/2024-03, or "
            "FY2024, FY2024-H1, FY2024-Q3 for a fiscal year from April "
            "(ISO 8601-2 halves and quarters, 2024-40 and 2024-33, are read too)"
        ),
        (
            "期間は2024、2024-H1、2024-Q2、2024-06、2024-06-30又は2023-11/2024-03と書きます。"
            "4月からの年度はFY2024、FY2024-H1、FY2024-Q3と書きます"
            "（ISO 8601-2の半期・四半期、2024-40及び2024-33も可）"
        ),
    ),
    ("it ends before it begins", "末日が初日より前"),
    ("it is spelled otherwise", "書き方が違う"),
    ("it is empty", "空"),
    ("{reason:said}, and no meeting has this id", "{reason}、このIDの会合もない"),
    ("years run from 0001 to 9999", "年は0001から9999まで"),
    (
        "a fiscal year is written FY2024, FY2024-H1 or FY2024-Q3",
        "年度はFY2024、FY2024-H1又はFY2024-Q3と書く",
    ),
    ("fiscal years run from 0001 to 9998", "年度は0001から9998まで"),
    (
        "a fiscal year and a calendar year do not go together",
        "年度と暦年は組み合わせられない",
    ),
    ("a year has no half {n:count}", "1年に第{n}の半期はない"),
    ("a year has no quarter {n:count}", "1年に第{n}四半期はない"),
    ("a year has no month {n:count}", "1年に{n}月はない"),
    ("there is no such day", "その日は存在しない"),
    ('"{text}" is not a date', "「{text}」は日付ではありません"),
    (
        "a date is written year-month-day: 2024-06-30",
        "日付は年-月-日と書きます：2024-06-30",
    ),
    ('"{text}" is not a length of time', "「{text}」は期間の長さではありません"),
    (
        '{key:word}: "{text}" is not a length of time',
        "{key}の「{text}」は期間の長さではありません",
    ),
    (
        "a length of time is written 90d, 2w, 6m or 1y: days, weeks, months or years",
        "長さは90d、2w、6m又は1yと書きます（日、週、月、年）",
    ),
    ('"{text}" is not a paragraph', "「{text}」は段落番号ではありません"),
    (
        "a whole number from 0 to {n:count}, or a text such as 113.6 or Annex B, 3",
        "0から{n}までの整数、又は113.6、Annex B, 3などの文字列で書いてください",
    ),
    ('"{text}" is not an id', "「{text}」はIDではありません"),
    (
        "use letters, digits, hyphens, dots and underscores",
        "文字、数字、ハイフン、ピリオド及び下線を使ってください",
    ),
    ('text in quotes: "…"', '引用符で囲んだ文字列："…"'),
    (
        'a whole number from 0 to {n:count}, or a text in quotes: "2.10"',
        '0から{n}までの整数、又は引用符で囲んだ文字列："2.10"',
    ),
    (
        'an id or a list of ids: "…" or ["…", "…"]',
        'ID又はIDの並び："…"又は["…", "…"]',
    ),
    ("true or false", "true又はfalse"),
    (
        "a date, year-month-day, without quotes: 2024-06-30",
        "日付（年-月-日、引用符なし）：2024-06-30",
    ),
    ('a list of texts: ["…", "…"]', '文字列の並び：["…", "…"]'),
    ('a period in quotes: "2024-H1"', '引用符で囲んだ期間："2024-H1"'),
    (
        'a period or a meeting, in quotes: "2024-H1"',
        '引用符で囲んだ期間又は会合："2024-H1"',
    ),
    ('a length of time in quotes: "6m"', '引用符で囲んだ期間の長さ："6m"'),
    ("one of: {names:names}", "次のいずれか：{names}"),
)
"""Periods, dates, lengths of time and other values that do not read as what they should be."""
