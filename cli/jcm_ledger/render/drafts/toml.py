"""A draft as TOML: tables without titles, which a person completes, and remarks beside them.

What begins with one # is a table that may be used; what begins with two is a remark. All text of
the statement is made safe, so that none of it can be read as a table.
"""

import re
from collections.abc import Iterable, Iterator

from jcm_ledger.model.ledger import LAST_PARAGRAPH
from jcm_ledger.model.statement import PassageKind
from jcm_ledger.render.drafts.review import (
    DraftOf,
    ReviewedSentence,
    counts,
    pieces,
    sentences,
    why,
)
from jcm_ledger.render.phrases.drafts import EnglishDrafts
from jcm_ledger.render.safe import one_line, toml_string
from jcm_ledger.rules.drafting.results import Outcome, Proposal, UnknownBody

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,4}")
_OPENS, _CLOSES = ">>", "<<"


def tables(of: DraftOf, say: EnglishDrafts) -> str:
    """Return a draft as a TOML document, to be reviewed beside the statement."""
    reviewed = list(sentences(of))
    lines = [*_head(of, say), *_meeting(of, say), *_bodies(of.draft.unknown_bodies, say)]
    passage = None
    for each in reviewed:
        if each.passage is not passage:
            passage = each.passage
            lines += ["", _rule(each, say)]
        lines += _sentence(each, of, reviewed, say)
    return "\n".join(lines) + "\n"


def _head(of: DraftOf, say: EnglishDrafts) -> Iterator[str]:
    """Yield what the draft is of, what it is worth, and what to do with it."""
    statement = of.draft.statement
    yield _remark(say.statement_of(statement.title or of.source))
    yield _remark(say.source(statement.address or of.source))
    yield _remark(say.day(of.day.isoformat() if of.day else ""))
    yield _remark(say.counts(*counts(of)))
    yield _remark(say.caution())
    yield _remark(say.titles())
    yield _remark(say.signs())
    if not of.ids:
        yield _remark(say.nothing())


def _meeting(of: DraftOf, say: EnglishDrafts) -> Iterator[str]:
    """Yield the table of a meeting that the ledger lacks, behind #."""
    if not of.meeting_is_new:
        return
    statement = of.draft.statement
    yield from ("", _remark(say.new_meeting()))
    keys = [("statement", toml_string(statement.title or of.source))]
    if of.day:
        keys += [("published", of.day.isoformat())]
    if statement.address:
        keys += [("url", toml_string(statement.address))]
    yield from _table("meeting", of.meeting, keys, used=False)
    yield _remark(say.held_missing())


def _bodies(bodies: Iterable[UnknownBody], say: EnglishDrafts) -> Iterator[str]:
    """Yield the tables of bodies that the ledger lacks, behind #."""
    for place, body in enumerate(bodies):
        yield ""
        if place == 0:
            yield _remark(say.new_bodies())
        keys = [("name", toml_string(body.name))]
        if body.side:
            keys.append(("side", toml_string(body.side)))
        yield from _table("organisation", body.id, keys, used=False)


def _rule(each: ReviewedSentence, say: EnglishDrafts) -> str:
    """Return the line that parts passages: the paragraph, or that it is a heading."""
    is_heading = each.passage.kind is PassageKind.HEADING
    name = say.heading() if is_heading else say.paragraph(each.passage.number)
    return _remark(f"--- {name} ".ljust(90, "-"))


def _sentence(
    each: ReviewedSentence, of: DraftOf, reviewed: list[ReviewedSentence], say: EnglishDrafts
) -> Iterator[str]:
    """Yield a sentence with what became of it, and its proposals as tables, each under it."""
    sentence = each.sentence
    decided = sentence.decided.text if sentence.decided else ""
    told = f"{say.outcome(sentence.outcome)}: {say.reason(sentence.reason, decided)}"
    yield ""
    if not each.proposals:
        yield _remark(_marked(each))
        yield f"##    {one_line(told)}"
    for place, (name, proposal) in enumerate(each.proposals.items()):
        if place:
            yield ""
        if proposal.lead is not None:
            yield _remark(f"{say.led_in_by()}: {_marked(reviewed[proposal.lead])}")
        yield _remark(_marked(each))
        yield f"##    {one_line(told)}"
        keys = _keys(each, proposal, of, say)
        yield from _table("commitment", name, keys, used=sentence.outcome is Outcome.PROPOSED)


def _keys(
    each: ReviewedSentence, proposal: Proposal, of: DraftOf, say: EnglishDrafts
) -> Iterator[tuple[str, str]]:
    """Yield the keys of a proposal with their values, and beside what is a guess why it is."""
    if of.meeting:
        yield "meeting", toml_string(of.meeting)
    yield "paragraph", _paragraph(each.passage.number)
    owners = f"[{', '.join(map(toml_string, proposal.owners))}]"
    yield "owners", owners + _inferred(proposal, "owners", say)
    if proposal.owners_inferred:
        yield "owners_inferred", "true"
    yield "strength", toml_string(proposal.strength) + _inferred(proposal, "strength", say)
    yield "kind", toml_string(proposal.kind) + _inferred(proposal, "kind", say)
    if proposal.deadline is not None:
        period = toml_string(str(proposal.deadline))
        yield "deadline", period + _inferred(proposal, "deadline", say)
    if proposal.deadline_text is not None:
        wording = toml_string(proposal.deadline_text.text)
        yield "deadline_text", wording + _inferred(proposal, "deadline_text", say)


def _paragraph(number: str) -> str:
    """Return the number of a passage as a ledger has it: a whole number, or a text in quotes."""
    if _NUMBER.fullmatch(number) and int(number) <= LAST_PARAGRAPH:
        return number
    return toml_string(number)


def _inferred(proposal: Proposal, key: str, say: EnglishDrafts) -> str:
    """Return the remark beside a guess, "" beside what the statement says."""
    reasons = [say.guess(because, one_line(words)) for because, words in why(proposal, key)]
    return f"  # {one_line(say.inferred(reasons))}" if reasons else ""


def _table(kind: str, name: str, keys: Iterable[tuple[str, str]], *, used: bool) -> Iterator[str]:
    """Yield a `[KIND.ID]` table with its keys aligned; behind # if it is not `used`."""
    pairs = list(keys)
    width = max(len(key) for key, _value in pairs)
    before = "" if used else "# "
    yield f"{before}[{kind}.{name if _BARE.fullmatch(name) else toml_string(name)}]"
    for key, value in pairs:
        yield f"{before}{key:<{width}} = {value}"


def _marked(each: ReviewedSentence) -> str:
    """Return a sentence in quotes with the words that decided between >> and <<."""
    text = "".join(
        f"{_OPENS}{piece}{_CLOSES}" if inside else piece
        for piece, inside in pieces(each.sentence.quotation.text, each.marked)
    )
    return f'"{text}"'


def _remark(text: str) -> str:
    """Return a line that TOML passes over, whatever stands in the text."""
    return f"## {one_line(text)}"
