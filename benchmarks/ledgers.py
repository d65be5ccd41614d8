"""Ledgers of any size, the same for the same seed: what a ministry's own would look like."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

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


class Entry(NamedTuple):
    """What happened to a commitment, by its number: the items of jcm and of its peers have it."""

    number: int
    day: date
    by: str
    status: str
    note: str
    evidence: str

    @property
    def told(self) -> str:
        """The entry in a line, for programs that have notes only."""
        return f"{self.day} {self.by}, {self.status}: {self.note}"


def generate(commitments: int) -> str:
    """Return a ledger of so many commitments, with one to four entries each."""
    return "\n".join([*_head(), *_commitments(commitments), *_journal(commitments)])


def entries(count: int) -> Iterator[Entry]:
    """Yield one to four entries for each commitment; a completion always cites evidence."""
    chance = random.Random(SEED)  # noqa: S311 - a benchmark, not a secret
    for number in range(count):
        day = meeting_day(number)
        for _ in range(chance.choices((1, 2, 3, 4), (4, 3, 2, 1))[0]):
            day += timedelta(days=chance.randint(20, 300))
            if day > AS_OF:
                break
            by, status = chance.choice(owners_of(number)), chance.choice(STATUSES)
            cites = status == "completed" or chance.randint(0, 1)
            cited = f"ref: {chance.getrandbits(32)}" if cites else ""
            yield Entry(number, day, by, status, chance.choice(NOTES), cited)


def name_of(number: int) -> str:
    """Return the id of a commitment, numbered from 0."""
    subject = SUBJECTS[number % len(SUBJECTS)]
    return f"{subject}-{ACTIONS[number // len(SUBJECTS) % len(ACTIONS)]}-{number}"


def title_of(number: int) -> str:
    """Return the title of a commitment."""
    return name_of(number).replace("-", " ").capitalize()


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


def _commitments(count: int) -> Iterator[str]:
    """Yield tables; six of ten commitments are dated, half have a summary, few a comment."""
    chance = random.Random(SEED)  # noqa: S311 - a benchmark, not a secret
    for number in range(count):
        uk, japan = owners_of(number)
        yield f"[commitment.{name_of(number)}]"
        yield f'title = "{title_of(number)}"'
        if number % 2:
            yield f'summary = "Hold what the statement calls {ACTIONS[number % len(ACTIONS)]}."'
        yield f'meeting = "jcm-{number % YEARS + 1}"\nparagraph = {chance.randint(1, 14)}'
        yield f'owners = ["{uk}", "{japan}"]\ntheme = "{SUBJECTS[number % len(SUBJECTS)]}"'
        yield f'strength = "{chance.choice(STRENGTHS)}"'
        if chance.randint(1, 10) <= 6:  # noqa: PLR2004 - the share of dated commitments
            half = chance.choice(("H1", "H2", "Q1", "06"))
            year = meeting_day(number).year + chance.randint(1, 3)
            comment = " # as both sides read it" if number % 10 == 0 else ""
            yield f'deadline = "{year}-{half}"{comment}'
        yield ""


def _journal(count: int) -> Iterator[str]:
    yield "# What happened since."
    for entry in entries(count):
        yield f'[[progress]]\ncommitment = "{name_of(entry.number)}"\ndate = {entry.day}'
        yield f'by = "{entry.by}"\nstatus = "{entry.status}"\nnote = "{entry.note}"'
        yield f'evidence = ["{entry.evidence}"]\n' if entry.evidence else ""
