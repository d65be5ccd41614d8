"""Ledgers of any size, the same for the same seed: what a ministry's own would look like."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

SEED = 12
AS_OF = date(2026, 11, 23)
FIRST_YEAR = 1996
YEARS = 30

BODIES = {
    "DSIT": ("UK", "Department for Science and Technology", "科学・技術省"),
    "UKRI": ("UK", "UK Research and Innovation", "英国研究・イノベーション機構"),
    "NIHR": ("UK", "National Institute for Health and Care Research", "英国国立保健医療研究所"),
    "UKSA": ("UK", "UK Space Agency", "英国宇宙機関"),
    "MOFA": ("Japan", "Ministry of Foreign Affairs", "外務省"),
    "METI": ("Japan", "Ministry of Economy, Trade and Industry", "経済産業省"),
    "JST": ("Japan", "Japan Science and Technology Agency", "科学技術振興機構"),
    "JAXA": ("Japan", "Japan Aerospace Exploration Agency", "宇宙航空研究開発機構"),
}
SUBJECTS = ("semiconductor", "space", "health", "quantum", "fusion", "ocean", "polar", "robotics")
ACTIONS = ("talks", "workshop", "exchange", "call", "survey", "review", "network", "programme")
STATUSES = ("not-started", "in-progress", "in-progress", "stalled", "completed")
STRENGTHS = ("committed", "agreed", "intended", "expected", "desired")
NOTES = (
    "Both sides met and agreed on the next step.",
    "A date was proposed; no answer is on file.",
    "両国の担当者が会合を開いた。",
    "The call closed with 14 proposals [para 4].",
)


def generate(commitments: int, seed: int = SEED) -> str:
    """Return a ledger of so many commitments, with one to four entries each."""
    chance = random.Random(seed)  # noqa: S311 - a benchmark, not a secret
    return "\n".join([*_head(), *_commitments(commitments, chance), *_journal(commitments, chance)])


def name_of(number: int) -> str:
    """Return the id of a commitment, numbered from 0."""
    subject = SUBJECTS[number % len(SUBJECTS)]
    return f"{subject}-{ACTIONS[number // len(SUBJECTS) % len(ACTIONS)]}-{number}"


def meeting_day(number: int) -> date:
    """Return the day on which the meeting of a commitment was held."""
    return date(FIRST_YEAR + number % YEARS, 11, 7)


def owners_of(number: int) -> tuple[str, str]:
    """Return the two bodies that own a commitment, one of each side."""
    names = list(BODIES)
    return names[number % 4], names[4 + number // 4 % 4]


def _head() -> Iterator[str]:
    yield "# A ledger made up for measuring.\n\n[committee]"
    yield 'name = "Joint Committee"\nsides = ["UK", "Japan"]\n'
    for year in range(YEARS):
        yield f'[meeting.jcm-{year + 1}]\ntitle = "Meeting {year + 1}"'
        yield f"held = {meeting_day(year)}\n"
    for body, (side, name, name_ja) in BODIES.items():
        yield f'[organisation.{body}]\nname = "{name}"\nname_ja = "{name_ja}"\nside = "{side}"\n'


def _commitments(count: int, chance: random.Random) -> Iterator[str]:
    for number in range(count):
        uk, japan = owners_of(number)
        year = meeting_day(number).year
        yield f"[commitment.{name_of(number)}]"
        yield f'title = "{name_of(number).replace("-", " ").capitalize()}"'
        yield f'summary = "Hold what the statement calls {ACTIONS[number % len(ACTIONS)]}."'
        yield f'meeting = "jcm-{number % YEARS + 1}"\nparagraph = {chance.randint(1, 14)}'
        yield f'owners = ["{uk}", "{japan}"]\ntheme = "{SUBJECTS[number % len(SUBJECTS)]}"'
        yield f'strength = "{chance.choice(STRENGTHS)}"'
        if chance.random() < 0.6:  # noqa: PLR2004 - the share of dated commitments
            half = chance.choice(("H1", "H2", "Q1", "06"))
            yield f'deadline = "{year + chance.randint(1, 3)}-{half}" # as both sides read it'
        yield ""


def _journal(count: int, chance: random.Random) -> Iterator[str]:
    yield "# What happened since."
    for number in range(count):
        day = meeting_day(number)
        for _ in range(chance.choices((1, 2, 3, 4), (4, 3, 2, 1))[0]):
            day = min(day + timedelta(days=chance.randint(20, 300)), AS_OF)
            yield f'[[progress]]\ncommitment = "{name_of(number)}"\ndate = {day}'
            yield f'by = "{chance.choice(owners_of(number))}"\nstatus = "{chance.choice(STATUSES)}"'
            yield f'note = "{chance.choice(NOTES)}"\nevidence = ["ref: {chance.getrandbits(32)}"]\n'
