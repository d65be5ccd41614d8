"""How much of what statements promise `jcm draft` proposes, counted against labels.

    python benchmarks/drafting.py FOLDER ...         texts and their .labels.json, each folder apart
    python benchmarks/drafting.py FOLDER --folds     likewise, and seven against three in turn
    python benchmarks/drafting.py FOLDER --misses    and each sentence that came out otherwise

Every rate stands with its counts and its 95 per cent interval (Wilson). The ledger is empty: no
body is known but by what a text says. Rates of texts that the rules were written on say how well
the rules fit these; only texts that nobody looked at meanwhile say how well they do elsewhere.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from jcm_ledger.model.ledger import COMMITTEE, Committee, Ledger
from jcm_ledger.rules.drafting import draft
from jcm_ledger.rules.drafting.results import Outcome, Proposal, Sentence
from jcm_ledger.store.statements import parse

EMPTY = Ledger(committee=Committee(name="", sides=()))
_Z = 1.959964  # of a normal distribution, 95 per cent
_BOTH = "Both sides"

Label = dict[str, Any]


class Rate(Struct):
    """A share: `hits` of `of`."""

    hits: int = 0
    of: int = 0

    def add(self, hit: bool) -> None:  # noqa: FBT001 - a count has no better name
        """Count one more."""
        self.hits += hit
        self.of += 1

    def __str__(self) -> str:
        if not self.of:
            return "-"
        low, high = wilson(self.hits, self.of)
        return f"{self.hits / self.of:.2f}  {self.hits}/{self.of}  [{low:.2f}, {high:.2f}]"


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Return the bounds within which a rate lies with 95 per cent."""
    share, square = hits / of, _Z * _Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = _Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(0.0, middle - half), min(1.0, middle + half)


class Score(Struct):
    """Counts over some statements."""

    precision: Rate = field(default_factory=Rate)
    recall: Rate = field(default_factory=Rate)
    recall_with_perhaps: Rate = field(default_factory=Rate)
    owners: Rate = field(default_factory=Rate)
    strength: Rate = field(default_factory=Rate)
    kind: Rate = field(default_factory=Rate)
    inferred: Rate = field(default_factory=Rate)
    wording: Rate = field(default_factory=Rate)
    wording_within: Rate = field(default_factory=Rate)
    window: Rate = field(default_factory=Rate)
    invented: Rate = field(default_factory=Rate)
    owners_right: int = 0
    owners_proposed: int = 0
    owners_labelled: int = 0
    perhaps: int = 0
    perhaps_true: int = 0
    sentences: int = 0
    unmatched: int = 0

    @property
    def owners_f1(self) -> float:
        """The harmonic mean of precision and recall of single owners."""
        total = self.owners_proposed + self.owners_labelled
        return 2 * self.owners_right / total if total else math.nan

    def lines(self) -> Iterator[str]:
        """Yield the score, a rate a line."""
        yield f"sentences {self.sentences}"
        yield f"perhaps {self.perhaps}, of them commitments {self.perhaps_true}"
        if self.unmatched:
            yield f"LABELS WITHOUT A SENTENCE: {self.unmatched}"
        rows = (
            ("precision of proposals", self.precision), ("recall of proposals", self.recall),
            ("recall with perhaps", self.recall_with_perhaps), ("owners exact", self.owners),
            ("strength", self.strength), ("kind", self.kind), ("owners inferred", self.inferred),
            ("deadline wording, exact", self.wording),
            ("deadline wording, one in the other", self.wording_within),
            ("window", self.window), ("deadlines invented", self.invented),
        )  # fmt: skip
        yield from (f"{name:36} {rate}" for name, rate in rows)
        counts = f"{self.owners_right} right, {self.owners_proposed} proposed"
        name = "owners, F1 of sets"
        yield f"{name:36} {self.owners_f1:.2f}  {counts}, {self.owners_labelled} labelled"


def cases(folder: Path) -> Iterator[tuple[str, bytes, list[Label]]]:
    """Yield each statement of a folder: its name, its bytes, its labels."""
    for path in sorted(folder.glob("*.labels.json")):
        name = path.name.removesuffix(".labels.json")
        labels = json.loads(path.read_text(encoding="utf-8"))
        source = next(each for each in folder.glob(f"{name}.*") if each != path)
        yield source.name, source.read_bytes(), labels


def count(score: Score, name: str, data: bytes, labels: list[Label], misses: list[str]) -> None:
    """Add a statement to a score, and what came out otherwise to `misses`."""
    result = draft(parse(data, name), EMPTY)
    found = _matched(result.sentences, labels)
    score.sentences += len(result.sentences)
    for label, sentence in zip(labels, found, strict=True):
        told = f"{name} {label['paragraph']} {label['sentence_start']!r}:"
        if sentence is None:
            score.unmatched += 1
            misses.append(f"{told} no such sentence")
            continue
        outcome = _count_outcome(score, label, sentence)
        if outcome:
            misses.append(f"{told} {outcome}")
        made = sentence.proposals or ((sentence.hands_down,) if sentence.hands_down else ())
        if label["is_commitment"] and made:
            best = max(made, key=lambda each: _likeness(each, label))
            misses.extend(f"{told} {miss}" for miss in _count_keys(score, label, best))


def _matched(sentences: Sequence[Sentence], labels: list[Label]) -> list[Sentence | None]:
    """Return the sentence of each label: the first left that begins as it says, else None."""
    left = list(sentences)
    found: list[Sentence | None] = []
    for label in labels:
        start = label["sentence_start"].rstrip(",")
        each = next((each for each in left if each.quotation.text.startswith(start)), None)
        found.append(each)
        if each is not None:
            left.remove(each)
    return found


def _count_outcome(score: Score, label: Label, sentence: Sentence) -> str:
    """Count whether a sentence was proposed, and return what was wrong with that."""
    true, proposed = bool(label["is_commitment"]), sentence.outcome is Outcome.PROPOSED
    if proposed:
        score.precision.add(true)
    if sentence.outcome is Outcome.PERHAPS:
        score.perhaps += 1
        score.perhaps_true += true
    if true:
        score.recall.add(proposed)
        score.recall_with_perhaps.add(sentence.outcome is not Outcome.LEFT_OUT)
    if true == proposed:
        return ""
    wrong = "MISSED" if true else "WRONG"
    return f"{wrong} {sentence.outcome} {sentence.reason} <{sentence.wording[:40]}>"


def _count_keys(score: Score, label: Label, best: Proposal) -> Iterator[str]:
    """Count what a proposal says against its label, and yield what differs."""
    mine, theirs = _owners(best), _labelled(label)
    score.owners.add(mine == theirs)
    score.owners_right += len(mine & theirs)
    score.owners_proposed += len(mine)
    score.owners_labelled += len(theirs)
    if mine != theirs:
        yield f"owners {sorted(mine)} for {sorted(theirs)}"
    for key, rate, value in (
        ("strength", score.strength, best.strength),
        ("kind", score.kind, best.kind),
        ("owners_inferred", score.inferred, best.owners_inferred),
    ):
        if label.get(key) is not None:
            rate.add(value == label[key])
            if value != label[key]:
                yield f"{key} {value} for {label[key]} <{best.wording[:40]}>"
    yield from _count_deadline(score, label, best)


def _count_deadline(score: Score, label: Label, best: Proposal) -> Iterator[str]:
    wording = best.deadline_text.text if best.deadline_text else ""
    window = [str(best.deadline.first), str(best.deadline.last)] if best.deadline else None
    stated = label["deadline_text"]
    if stated:
        score.wording.add(wording == stated)
        score.wording_within.add(bool(wording) and (wording in stated or stated in wording))
    if label["window"]:
        score.window.add(window == label["window"])
    else:
        score.invented.add(bool(window) or bool(wording and not stated))
    if wording != (stated or "") or window != label["window"]:
        yield f"deadline {wording!r} {window} for {stated!r} {label['window']}"


def _likeness(each: Proposal, label: Label) -> tuple[bool, bool, bool]:
    wording = each.deadline_text.text if each.deadline_text else None
    same = _owners(each) == _labelled(label)
    return same, wording == label["deadline_text"], each.kind == label.get("kind")


def _owners(each: Proposal) -> set[str]:
    return {_BOTH} if each.owners == (COMMITTEE,) else {_plain(owner) for owner in each.owners}


def _labelled(label: Label) -> set[str]:
    return {owner if owner == _BOTH else _plain(owner) for owner in label["owners"]}


def _plain(owner: str) -> str:
    return "".join(c for c in owner.casefold() if c.isalnum())


def main() -> int:
    """Print the score of each folder; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--folds", action="store_true", help="read three in turn")
    parser.add_argument("--misses", action="store_true", help="list what came out otherwise")
    asked = parser.parse_args()
    for folder in asked.folders:
        every = list(cases(folder))
        score, misses = Score(), list[str]()
        for case in every:
            count(score, *case, misses)
        sys.stdout.write(
            f"\n{folder.name}: {len(every)} statements\n" + "\n".join(score.lines()) + "\n"
        )
        if asked.folds:
            _folds(every)
        if asked.misses:
            sys.stdout.write("\n".join(misses) + "\n")
    return 0


def _folds(every: list[tuple[str, bytes, list[Label]]]) -> None:
    """Print the rates of each run of three statements apart from the rest."""
    for start in range(0, len(every), 3):
        read = every[start : start + 3]
        score = Score()
        for case in read:
            count(score, *case, [])
        sys.stdout.write(f"read on {', '.join(name for name, _, _ in read)}\n")
        sys.stdout.write(f"  precision {score.precision}\n  recall {score.recall}\n")


if __name__ == "__main__":
    sys.exit(main())
