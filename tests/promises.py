"""Statements made up for tests of drafting."""

from datetime import date

from jcm_ledger.model.ledger import Committee, Ledger, Organisation
from jcm_ledger.model.statement import Passage, PassageKind, Statement
from jcm_ledger.model.text import is_japanese
from jcm_ledger.rules.drafting import draft
from jcm_ledger.rules.drafting.results import Proposal, Sentence, StatementDraft

DAY = date(2025, 1, 15)
KNOWN_WORDS = (
    *(
        "Both sides",
        "The two sides",
        "UKRI and JST",
        "The Research Council of Norway (RCN)",
        "They",
    ),
    *(
        "Canada's",
        "The working group",
        "It",
        "agreed to",
        "agreed that",
        "will",
        "should",
        "be held",
    ),
    *(
        "is to",
        "confirmed their intention to",
        "welcomed",
        "noted that",
        "launch a call",
        "deepen ties",
    ),
    *(
        "by the end of 2026,",
        "in FY2025",
        "within six months",
        "and",
        ", and",
        "which",
        "(a)",
        "not",
    ),
    *(
        "before the next meeting",
        "Launch a fund.",
        "to:",
        ":",
        ";",
        ".",
        "|",
        "Action | Lead | When",
    ),
    *(
        "ACTION: DSIT to circulate it",
        "双方は、",
        "年内に",
        "会合を開くことで一致した。",
        "を歓迎した。",
    ),
    *("JSTは、", "令和8年3月までに", "目指す。", "\u201cquoted\u201d", "[x]", "\u0130", "\u00df"),
)
"""Words of which statements are put together that come near to real ones."""
NO_BODIES = Ledger(committee=Committee(name="", sides=()))


def ledger(*bodies: Organisation, sides: tuple[str, ...] = ("UK", "Japan")) -> Ledger:
    """Return a ledger that knows these bodies."""
    return Ledger(
        committee=Committee(name="Joint Committee", sides=sides),
        organisations={body.id: body for body in bodies},
    )


def statement(
    *texts: str | Passage, sides: tuple[str, ...] = ("UK", "Japan"), day: date | None = DAY
) -> Statement:
    """Return a statement of these paragraphs; one that begins with "•" is a point."""
    passages: list[Passage] = []
    for count, text in enumerate(texts, 1):
        if isinstance(text, Passage):
            passages.append(text)
            continue
        kind = PassageKind.BULLET if text.startswith("\u2022 ") else PassageKind.PARAGRAPH
        plain = text.removeprefix("\u2022 ")
        passages.append(Passage(number=str(count), text=plain, kind=kind))
    lang = "ja" if passages and is_japanese(passages[0].text) else "en"
    return Statement(passages=tuple(passages), lang=lang, sides=sides, day=day)


def drafted(
    *texts: str | Passage,
    known: Ledger = NO_BODIES,
    sides: tuple[str, ...] = ("UK", "Japan"),
    day: date | None = DAY,
) -> StatementDraft:
    """Return the draft of a statement of these paragraphs."""
    return draft(statement(*texts, sides=sides, day=day), known)


def read(text: str, *earlier: str, known: Ledger = NO_BODIES) -> Sentence:
    """Return what became of the last sentence of a text, after earlier paragraphs."""
    return drafted(*earlier, text, known=known).sentences[-1]


def proposed(text: str, *earlier: str, known: Ledger = NO_BODIES) -> Proposal:
    """Return the one proposal of the last sentence of a text."""
    (found,) = read(text, *earlier, known=known).proposals
    return found
