"""Write docs/drafting.md from the table of wordings and the labelled statements.

With --check, write nothing and exit with 1 if the page is not what would be written.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from jcm_ledger.rules.drafting.wordings.table import ENGLISH, JAPANESE, LISTS, Sense, Wording

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "drafting.md"
sys.path.insert(0, str(ROOT / "benchmarks"))

import drafting as benchmark  # noqa: E402 - found by the line above

STATEMENTS = ROOT / "tests" / "statements"
TUNED = (STATEMENTS / "labelled", STATEMENTS / "composed", STATEMENTS / "second")

HEAD = """\
# How a statement is read

`jcm draft` proposes commitments from the text of a joint statement, for a person to
review. It reads by rules: a table of wordings, and functions that find who acts, by
when, and which verb governs a clause. It proposes and may miss; what it leaves out it
shows, with the words that decided.

This page is generated: `python scripts/drafting_doc.py` writes it from the table that
the rules use (`cli/jcm_ledger/rules/drafting/wordings/`), and a test fails when it is
out of date. Another test holds each example to its row, and each counter-example away
from it.

## What it does

- **Every sentence is accounted for**: *proposed*, *perhaps*, or *left out* with the
  reason.
- **Who**: bodies by the ledger's names in either language, by what the statement
  introduces itself ("Research Council of Norway (RCN)"), by letters and proper names;
  "they" and "the two ministries" are the last who were named. Where the subject is
  collective or absent, both sides own it, and that is marked as inferred.
- **How firmly**: as the table says. "Will" is *agreed* of a body by name, *intended* of
  "we", "they" and "both sides", *expected* of a meeting.
- **By when**: to the letter. A period only where the wording gives one: "in the first
  half of 2024", "by the end of FY2025", "within six months" of the statement's day, 年内,
  2025年度前半, 令和8年3月までに. "By" counts from the statement's day. "At an early date", "ahead
  of next year's summit", 次回会合までに and "2025-26" give none. A fiscal year is that of the
  sides: from April where Japan or the UK is one; where they differ, none. Early, mid
  and late are the quarters that they reach over. A season is none where a side is on
  the southern half. "Next spring" is next year's once this year's has begun; before, it
  may be either and gives none.
- **Once or continuing**: by the verb that says what is done; with a period it is
  one-off.
- **Lists**: points take owners, strength and deadline from their lead-in, marked as
  inferred; a point that names who acts is theirs. Points without marks are points while
  they begin with a verb or have none. Rows of a table whose head names actions, and who
  or when, are points too; with a lead-in they are as firm as it is.
- **Tasks**: what both sides ask of a body by name is theirs and *agreed*. What one side
  asks, or is asked, is *perhaps*.

## What is one commitment

**One verb with one target.** A comma, a semicolon or a repeated "to" sets verbs apart:
"agreed to launch a call, and continue talks" is two. "Strengthen and expand", or "forge
partnerships and develop opportunities", is one: what nothing sets apart may be one
undertaking in two words.

## What it does not do

- It knows no wording that the table lacks, and reads no sentence of more than 2,000
  letters.
- It does not understand: irony, a promise in a question, "see to it that", a task that
  only a noun names ("responsibility passes to NRF").
- In long sentences it may take the wrong subject, above all where three clauses share
  one, or where "both" and "each" mean bodies of the same sentence.
- It sets no title, no theme and no frameworks, and does not say that two sentences
  promise the same.
- Other languages than English and Japanese are left out whole.

## How well it does

Counts stand beside every rate, and the 95 per cent interval (Wilson) in brackets.
`benchmarks/drafting.py` measures them against labels, with an empty ledger: no body is
known but by what the text says. Owners, strength, kind and deadlines are compared where a
commitment was proposed or perhaps.
"""

READ_ONCE = """\
### Texts of the rules' author, read once

Written and labelled before the rules were changed by any of them, then read once, on 29
November 2026; both times by the author of the rules, so that texts of others may fare
worse. What they showed has been learned from since, and they now stand among the texts
above.

| | eight texts | six texts, later |
| --- | --- | --- |
| precision of proposals | 1.00, 45/45 [0.92, 1.00] | 0.94, 30/32 [0.80, 0.98] |
| recall of proposals | 0.85, 45/53 [0.73, 0.92] | 0.86, 30/35 [0.71, 0.94] |
| recall with perhaps | 0.87, 46/53 [0.75, 0.93] | 0.86, 30/35 [0.71, 0.94] |
| owners exact | 0.96, 44/46 [0.85, 0.99] | 0.93, 28/30 [0.79, 0.98] |
| strength | 0.96, 44/46 [0.85, 0.99] | 0.97, 29/30 [0.83, 0.99] |
| kind | 0.82, 37/45 [0.69, 0.91] | 0.86, 25/29 [0.69, 0.95] |
| deadline wording, exact | 0.95, 20/21 [0.77, 0.99] | 0.94, 16/17 [0.73, 0.99] |
| window | 1.00, 17/17 [0.82, 1.00] | 1.00, 13/13 [0.77, 1.00] |
| deadlines invented | 0.00, 0/29 [0.00, 0.12] | 0.00, 0/17 [0.00, 0.18] |

### Texts of another author, read once

The twelve statements of `second`, by an author who had read neither the rules nor the
other statements, were read once on 29 November 2026 by other rules than today's. The
rules were changed after it: of the kinds of sentences that came out otherwise then. What
today's rules do on them therefore stands above, among the texts that the rules were
written on, and says little about other texts; this does:

| | twelve texts |
| --- | --- |
| precision of proposals | 1.00, 78/78 [0.95, 1.00] |
| recall of proposals | 0.83, 78/94 [0.74, 0.89] |
| recall with perhaps | 0.89, 84/94 [0.82, 0.94] |
| owners exact | 0.92, 77/84 [0.84, 0.96] |
| strength | 0.86, 72/84 [0.77, 0.92] |
| kind | 0.81, 65/80 [0.71, 0.88] |
| deadline wording, exact | 0.72, 38/53 [0.58, 0.82] |
| window | 0.74, 32/43 [0.60, 0.85] |
| deadlines invented | 0.00, 0/41 [0.00, 0.09] |

The authors do not label all alike. An offer to do something is *desired* here and for the
author of `second`, *intended* in `composed`; rows of a table of actions are as firm as
their lead-in here and in `second`, *agreed* in `composed`; what is done every year is
continuing here and in `second`, and once one-off in `composed`.

Read seven against three in turn (`--folds`), the ten statements of `labelled` give no
other figures: rules written by hand are not fitted again for each turn, and had seen
all ten.
"""

TABLE = "| wording | strength | example | not |\n| --- | --- | --- | --- |\n"

PARTS = (
    ("Wordings that promise", (Sense.PROMISE, Sense.MODAL, Sense.THAT, Sense.TASK)),
    ("Wordings that may promise: perhaps", (Sense.WEAK,)),
    (
        "Wordings that promise nothing",
        (Sense.RECOGNITION, Sense.REPORT, Sense.VIEW, Sense.DENIED, Sense.CONDITION),
    ),
)

SPELLING = """\
In English, `agree~` is every form of a verb, `pledge/vow~` of either; `in/on` is one of
the words, `the_lead` two that belong together, `[not]` may be missing, `…` is up to
eight words, `{their}` a determiner with up to two words after it. `{do}`, `{doing}`,
`{be}` and `{money}` come next and are no part of the wording. Adverbs may stand
between. Where two wordings match, the longer counts. In Japanese the wording ends a
clause, and `{した}` is any form of the verb.
"""


def main() -> int:
    """Write the page, or compare it; return the exit code."""
    current = page()
    if "--check" in sys.argv[1:]:
        same = PAGE.exists() and PAGE.read_text(encoding="utf-8") == current
        if not same:
            sys.stderr.write(f"docs/{PAGE.name} is out of date: run scripts/drafting_doc.py\n")
        return 0 if same else 1
    PAGE.write_text(current, encoding="utf-8", newline="\n")
    return 0


def page() -> str:
    """Return the page."""
    parts = [HEAD, *figures(), READ_ONCE, "## The table", "", SPELLING]
    for title, senses in PARTS:
        parts += [f"### {title}", "", TABLE + rows(_of(senses))]
    return "\n".join(parts)


def figures() -> Iterator[str]:
    """Yield the rates of the statements that the rules were written on."""
    yield "### Texts that the rules were written on"
    yield ""
    yield "How well the rules fit what they were made for. That says little about other texts.\n"
    for folder in TUNED:
        score = benchmark.Score()
        every = list(benchmark.cases(folder))
        for case in every:
            benchmark.count(score, *case, [])
        name = folder.relative_to(STATEMENTS)
        yield f"`tests/statements/{name}`, {len(every)} statements:\n"
        yield "```text\n" + "\n".join(score.lines()) + "\n```\n"


def rows(wordings: Iterable[Wording]) -> str:
    """Return rows of the table in Markdown."""
    return "".join(
        f"| `{_cell(each.pattern)}` | {each.strength or ''} | {_cell(each.example)} | "
        f"{_cell(each.counter)} |\n"
        for each in wordings
    )


def _of(senses: tuple[Sense, ...]) -> list[Wording]:
    return [each for each in (*ENGLISH, *LISTS, *JAPANESE) if each.sense in senses]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main())
