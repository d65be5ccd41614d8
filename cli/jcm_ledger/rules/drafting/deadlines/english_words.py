"""The words of English deadlines, as expressions of small letters."""

import re

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
"""The beginnings of the names of months, in their order."""

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
NUMBERS = {
    w: n
    for n, w in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split(),
        1,
    )
} | {"a": 1, "twenty-four": 24, "thirty": 30, "sixty": 60, "ninety": 90}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "last": 4,
    "final": 4,
}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_MONTH_ALONE = (
    r"(?:january|february|march|april|june|july|august|september|october|november|december)"
)
_ADJECTIVE = r"[a-z]+(?: (?:zealand|african|arabia))?"
_YEAR = r"(?:19|20|21)\d\d"
_FISCAL = (
    rf"(?:the )?(?:(?P<whose>{_ADJECTIVE}) )?(?:(?:fiscal|financial) years?|fiscal|jfy|"
    rf"fy) ?(?P<fy>{_YEAR}|\d\d)"
    rf"(?:[-/\u2013](?P<fy_to>\d\d(?:\d\d)?))?|"
    rf"(?P<fy2>{_YEAR})[-/\u2013](?P<fy2_to>\d\d) (?:fiscal|financial) year"
)
_SINGLE = (
    rf"(?:(?:the )?(?P<ord>first|second|third|fourth|last|final|1st|2nd|3rd|4th) "
    rf"(?P<unit>quarter|half) of )?"
    rf"(?:(?:the )?(?P<part>early|mid|late|beginning of|start of|middle of|end of|very "
    rf"end of)[- ]?(?:the )?)?"
    rf"(?:(?P<dom>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<dmonth>{_MONTH}),? (?P<dyear>{_YEAR})"
    rf"|(?P<amonth>{_MONTH}) (?P<adom>\d{{1,2}})(?:st|nd|rd|th)?, (?P<ayear>{_YEAR})"
    rf"|(?P<month>{_MONTH})(?: of)?,? (?P<myear>{_YEAR})"
    rf"|(?:the )?(?P<season>spring|summer|autumn|fall|winter)(?: of)?,? (?P<syear>{_YEAR})"
    rf"|(?:the )?(?P<season2>spring|summer|autumn|fall|winter) of next year|next "
    rf"(?P<season3>spring|summer|autumn|fall|winter)"
    rf"|(?P<q>[qh])(?P<qn>[1-4]) (?:of )?(?P<qyear>{_YEAR})|(?P<qyear2>{_YEAR})[- "
    rf"](?P<q2>[qh])(?P<qn2>[1-4])"
    rf"|{_FISCAL}"
    rf"|(?:(?:the )?(?:calendar )?year )?"
    rf"(?P<year>{_YEAR})(?:[-/\u2013](?P<year_to>{_YEAR}|\d\d))?(?![-/\d])"
    rf"|(?:of )?(?P<rel>(?:the )?(?:this|next|current|coming|following|same) "
    rf"(?:calendar |(?P<relfy>fiscal |financial ))?year|the (?:calendar |"
    rf"(?P<relfy2>fiscal |financial ))?year)\b(?! of| when| that| in which|'s|\u2019s))"
)
_PREPOSITION = (
    r"(?P<prep>by|before|until|till|no later than|not later than|at the latest by|"
    r"prior to|in|during|from|"
    r"starting (?:in|from|on|with)|beginning (?:in|from|on)|as of|as from|within|over|"
    r"throughout|through|around|"
    r"on|at|towards?|ahead of|in the course of|in time for|with effect from|at latest by)"
)
DATE = re.compile(
    rf"(?<![\w-])(?:{_PREPOSITION} )?(?:(?P<later>as (?:early|soon) as possible|"
    rf"later|early|earlier|late|sometime|"
    rf"some time) (?=in |this|next))?(?:in )?{_SINGLE}(?: (?:onwards?|at the "
    rf"latest))?(?![\w])"
)
WITHIN = re.compile(
    rf"(?<![\w-])(?P<how>within|in|over|during|for) (?:(?:the|a period of) "
    rf")?(?:(?:next|coming|following|first|subsequent) )?(?:(?P<n>{_NUMBER}) "
    rf")?(?P<unit>day|week|month|year)s?\b"
    rf"(?P<of> (?:of|from|after) (?:the |this |its |their )?(?:date of |issuance of |"
    rf"adoption of |publication of |signature of )?(?:this |the |today|present "
    rf")?(?:joint )?(?:statement|meeting|declaration|session|today|signature|date|"
    rf"document))?",
)
AT_A_MEETING = re.compile(
    r"(?<![\w-])(?:by|before|at|ahead of|in advance of|in time for|prior to|until|no "
    r"later than|in the run-up to|for|to) "
    r"(?:the time of )?(?:the |its |their |our |this |an? )?(?:(?:next|following|"
    r"forthcoming|upcoming|\d+(?:st|nd|rd|th)|third|fourth|fifth|sixth|seventh|eighth|"
    r"ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|"
    r"eighteenth|nineteenth|twentieth|second|subsequent)"
    r"(?: [\w\u2019'&-]+){0,7}? (?:meeting|session|summit|committee|commission|"
    r"council|dialogue|forum|conference|round|ministerial|talks|consultations)s?\b"
    r"|(?:next|this|following|coming) year['\u2019]s (?:[\w-]+ ){0,3}?(?:meeting|"
    r"session|summit|committee|commission|council|dialogue|forum|conference|"
    r"ministerial)\b)"
    r"(?: (?:meeting|session|summit))?",
)
VAGUE = re.compile(
    r"(?<![\w-])(?:(?:by |in |before |during )?(?:next|this) (?:spring|summer|autumn|winter)|"
    r"(?:by|in|before) the (?:spring|summer|autumn|winter)|"
    r"(?:(?:by|before|until) (?:the end of )?|(?:in|from|on) (?:early |late |mid-)?|"
    rf"(?:by|before|on|until|no later than) \d{{1,2}}(?:st|nd|rd|th)? (?:of )?){_MONTH_ALONE}|"
    r"as soon as (?:possible|practicable|feasible)|at (?:an|the) early "
    r"(?:date|stage|opportunity|convenience)|at the earliest (?:possible )?(?:date|"
    r"opportunity|convenience|stage)|"
    r"at the earliest|as early as possible|as quickly as possible|in due course|in "
    r"the near future|without (?:undue )?delay|in the (?:coming|next few|following|"
    r"near) (?:months|years|weeks)|over the coming (?:months|years|weeks)|within the "
    r"(?:coming|next few) (?:months|years|weeks)|"
    r"by an early date|promptly|shortly|immediately|annually|bi-?annually|every "
    r"(?:year|spring|summer|autumn|winter|(?:two|three|other|second|six) (?:years?|months)|"
    r"six months|month|"
    r"quarter)|each year|once a year|twice a year|on an annual basis|quarterly|"
    r"monthly|biennially)(?![\w-])(?! (?:19|20)\d\d)",
)
BETWEEN = re.compile(
    rf"(?<![\w-])(?P<open>between|from|in|during) (?P<m1>{_MONTH})?(?: "
    rf"?(?P<y1>{_YEAR}))? (?:and|to|"
    rf"until|through) (?P<m2>{_MONTH})?(?: ?(?P<y2>{_YEAR}))(?![\w-])"
)
POSSIBLE = re.compile(r"\b(?:that|which|who) (?:could|might|may|can)\b[^,;]*$")
HISTORY = re.compile(
    r"\b(?:since|signed|adopted|created|concluded|founded|launched|established|agreed|"
    r"dated|of|to mark|marking|anniversary of|"
    r"(?:in preparation for|in view of|in support of|towards|for|on the occasion of|"
    r"linked to|around|host of|hosting) (?:the|its|their|a) [^,;]*)$"
)
SCHEDULED = re.compile(r"\b(?:scheduled|planned|set|due|foreseen|envisaged|slated) for $")
BY = frozenset(
    {
        "by",
        "until",
        "till",
        "no later than",
        "not later than",
        "at the latest by",
        "at latest by",
        "through",
        "towards",
        "toward",
    }
)
BEFORE = frozenset({"before", "prior to"})
AHEAD = frozenset({"ahead of", "in time for"})
