"""A draft as TOML: tables without titles, which a person completes, and remarks beside them.

What begins with one # is a table that may be used; what begins with two is a remark. All text of
the statement is made safe, so that none of it can be read as a table.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from jcm_ledger.model.ledger import LAST_PARAGRAPH, Commitment
from jcm_ledger.model.statement import PassageKind
from jcm_ledger.render.drafts.review import (
    DraftOf,
    ReviewedSentence,
    counts,
    pieces,
    sentences,
    why,
)
from jcm_ledger.render.phrases import Phrases
from jcm_ledger.render.phrases.bilingual import each_language, in_one_line
from jcm_ledger.render.safe import one_line, toml_string
from jcm_ledger.rules.drafting.ids import PROPOSED
from jcm_ledger.rules.drafting.results import Outcome, Proposal, UnknownBody

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,4}")
_OPENS, _CLOSES = ">>", "<<"


def tables(of: DraftOf, say: Phrases) -> str:
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


def _head(of: DraftOf, say: Phrases) -> Iterator[str]:
    """Yield what the draft is of, what it is worth, and what to do with it."""
    statement = of.draft.statement
    yield from _remarks(say.drafts.statement_of(statement.title or of.source))
    yield from _remarks(say.drafts.source(statement.address or of.source))
    yield from _remarks(say.drafts.day(of.day))
    yield from _remarks(say.drafts.counts(*counts(of)))
    yield from _remarks(say.drafts.caution())
    yield from _remarks(say.drafts.titles())
    yield from _remarks(say.drafts.signs())
    if not of.ids:
        yield from _remarks(say.drafts.nothing())


def _meeting(of: DraftOf, say: Phrases) -> Iterator[str]:
    """Yield the table of a meeting that the ledger lacks, behind #."""
    if not of.meeting_is_new:
        return
    statement = of.draft.statement
    yield ""
    yield from _remarks(say.drafts.new_meeting())
    keys = [("statement", toml_string(statement.title or of.source))]
    if of.day:
        keys += [("published", of.day.isoformat())]
    if statement.address:
        keys += [("url", toml_string(statement.address))]
    yield from _table("meeting", of.meeting, keys, used=False)
    yield from _remarks(say.drafts.held_missing())


def _bodies(bodies: Iterable[UnknownBody], say: Phrases) -> Iterator[str]:
    """Yield the tables of bodies that the ledger lacks, behind #."""
    for place, body in enumerate(bodies):
        yield ""
        if place == 0:
            yield from _remarks(say.drafts.new_bodies())
        keys = [("name", toml_string(body.name))]
        if body.side:
            keys.append(("side", toml_string(body.side)))
        yield from _table("organisation", body.id, keys, used=False)


def _rule(each: ReviewedSentence, say: Phrases) -> str:
    """Return the line that parts passages: the paragraph, or that it is a heading."""
    is_heading = each.passage.kind is PassageKind.HEADING
    name = say.drafts.heading() if is_heading else say.drafts.paragraph(each.passage.number)
    return _remark(f"--- {in_one_line(name)} ".ljust(90, "-"))


def _sentence(
    each: ReviewedSentence, of: DraftOf, reviewed: list[ReviewedSentence], say: Phrases
) -> Iterator[str]:
    """Yield a sentence with what became of it, and its proposals as tables, each under it."""
    sentence = each.sentence
    decided = sentence.decided.text if sentence.decided else ""
    told = list(_remarks(say.drafts.became(sentence.outcome, sentence.reason, decided), "   "))
    yield ""
    if not each.proposals:
        yield from (_remark(_marked(each)), *told)
    for place, (name, proposal) in enumerate(each.proposals.items()):
        if place:
            yield ""
        if proposal.lead is not None:
            lead = _marked(reviewed[proposal.lead])
            yield _remark(f"{in_one_line(say.drafts.led_in_by())}: {lead}")
        yield from (_remark(_marked(each)), *told)
        keys = _keys(each, proposal, of, say)
        yield from _table("commitment", name, keys, used=sentence.outcome is Outcome.PROPOSED)
        yield from _supersedes(of.resembling.get(name, ()), say)


def _supersedes(near: Sequence[Commitment], say: Phrases) -> Iterator[str]:
    """Yield what a proposal may take the place of: its title, and the key behind #."""
    for commitment in near:
        yield from _remarks(say.drafts.resembles(say.title(commitment), commitment.meeting))
    if near:
        ids = ", ".join(toml_string(commitment.id) for commitment in near)
        yield f"# supersedes = {ids if len(near) == 1 else f'[{ids}]'}"


def _keys(
    each: ReviewedSentence, proposal: Proposal, of: DraftOf, say: Phrases
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


def _inferred(proposal: Proposal, key: str, say: Phrases) -> str:
    """Return the remark beside a guess, "" beside what the statement says."""
    reasons = [say.drafts.guess(because, one_line(words)) for because, words in why(proposal, key)]
    return f"  # {one_line(in_one_line(say.drafts.inferred(reasons)))}" if reasons else ""


def _table(kind: str, name: str, keys: Iterable[tuple[str, str]], *, used: bool) -> Iterator[str]:
    """Yield a `[KIND.ID]` table with its keys aligned; behind # if it is not `used`."""
    pairs = list(keys)
    width = max(len(key) for key, _value in pairs)
    before = "" if used else "# "
    key = name if _BARE.fullmatch(name) else toml_string(name)
    mark = f"  {PROPOSED.format(key)}" if kind == "commitment" else ""
    yield f"{before}[{kind}.{key}]{mark}"
    for key, value in pairs:
        yield f"{before}{key:<{width}} = {value}"


def _marked(each: ReviewedSentence) -> str:
    """Return a sentence in quotes with the words that decided between >> and <<."""
    text = "".join(
        f"{_OPENS}{piece}{_CLOSES}" if inside else piece
        for piece, inside in pieces(each.sentence.quotation.text, each.marked)
    )
    return f'"{text}"'


def _remarks(words: str, indent: str = "") -> Iterator[str]:
    """Yield words as remarks, a line for each language that they are in."""
    for _lang, text in each_language(words):
        yield f"##{indent} {one_line(text)}"


def _remark(text: str) -> str:
    """Return a line that TOML passes over, whatever stands in the text."""
    return f"## {one_line(text)}"
