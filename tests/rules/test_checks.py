"""What `jcm check` finds: each rule with a ledger that breaks it and one that does not."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from examples import MEETING, make_commitment, make_entry, make_ledger, make_meeting
from jcm_ledger.model.finding import Finding, Severity, Where
from jcm_ledger.model.ledger import Committee, Ledger, Organisation
from jcm_ledger.model.text import is_blank, is_evidence, steers
from jcm_ledger.rules.checks.circumstances import Circumstances
from jcm_ledger.rules.checks.references import REFERENCES, Declared
from jcm_ledger.rules.checks.whole import check

KNOWN = Circumstances(date(2024, 6, 30), {"minutes.pdf", "a b.txt", "C:/minutes.pdf"}.__contains__)


def unusable(ledger: Ledger, code: str = "", ids: Declared | None = None) -> list[Finding]:
    """Return what no command can work with in a ledger, of one code if it is named."""
    ids = ids or declared(ledger)
    found = [each for rule in REFERENCES for each in rule(ledger, ids)]
    return [each for each in found if code in ("", each.code)]


def of_code(code: str, ledger: Ledger) -> list[Finding]:
    """Return what `check` finds in a ledger that has this code."""
    return [each for each in check(ledger, KNOWN) if each.code == code]


def declared(ledger: Ledger, **more: set[str]) -> dict[str, set[str]]:
    """Return the ids that the ledger's file declares, and more that could not be read."""
    tables: dict[str, set[str]] = {
        "meeting": set(ledger.meetings),
        "organisation": set(ledger.organisations),
        "commitment": set(ledger.commitments),
    }
    return {table: names | more.get(table, set()) for table, names in tables.items()}


def with_bodies(ledger: Ledger, *bodies: Organisation) -> Ledger:
    """Return the ledger with further bodies, or with these in the place of its own."""
    return replace(
        ledger, organisations={**ledger.organisations, **{body.id: body for body in bodies}}
    )


SOUND = make_ledger(
    make_commitment(deadline="m2", strength=None, owners=("A", "B", "C"), summary="第12回 café"),
    make_commitment("talks-again", deadline="2024-H1", supersedes="talks", paragraph=6),
    journal=[
        make_entry("2023-11-07", "in-progress", by="A"),
        make_entry("2024-02-01", by=None, note="Asked for\n\tnews."),
        make_entry("2024-03-01", deadline="2025", by="committee", note="By agreement."),
        make_entry("2024-07-01", "completed", by="C", evidence=("minutes.pdf", "ref: minute")),
    ],
    meetings=[MEETING, make_meeting("m2", expected="2025")],
)

# Rules without which no command can work


def test_a_sound_ledger_breaks_no_rule() -> None:
    """Nothing is found where nothing is wrong."""
    assert unusable(SOUND) == []
    assert check(SOUND, KNOWN) == []


BAD_REFERENCES: list[tuple[str, Ledger, str, Where, str]] = [
    (
        "a meeting",
        make_ledger(make_commitment(meeting="m7")),
        "unknown-meeting",
        ("commitment", "talks", "meeting"),
        'commitment talks: meeting names "m7", which is no meeting of this ledger',
    ),
    (
        "an owner",
        make_ledger(make_commitment(owners=("A", "MEXT"))),
        "unknown-organisation",
        ("commitment", "talks", "owners"),
        'commitment talks: owners names "MEXT", which is no organisation of this ledger',
    ),
    (
        "what it supersedes",
        make_ledger(make_commitment(supersedes="chips")),
        "unknown-commitment",
        ("commitment", "talks", "supersedes"),
        'commitment talks: supersedes names "chips", which is no commitment of this ledger',
    ),
    (
        "what a body is part of",
        with_bodies(make_ledger(), Organisation(id="A", name="A", side="UK", part_of="HMG")),
        "unknown-organisation",
        ("organisation", "A", "part_of"),
        'organisation A: part_of names "HMG", which is no organisation of this ledger',
    ),
    (
        "an entry's commitment",
        make_ledger(
            make_commitment(),
            journal=[make_entry("2024-02-01"), make_entry("2024-02-01", commitment="chips")],
        ),
        "unknown-commitment",
        ("progress", 1, "commitment"),
        'progress entry 2: commitment names "chips", which is no commitment of this ledger',
    ),
    (
        "who reports",
        make_ledger(make_commitment(), journal=[make_entry("2024-02-01", "stalled", by="MEXT")]),
        "unknown-organisation",
        ("progress", 0, "by"),
        'progress entry 1: by names "MEXT", which is no organisation of this ledger',
    ),
    (
        "a deadline",
        make_ledger(make_commitment(deadline="soon")),
        "bad-deadline",
        ("commitment", "talks", "deadline"),
        'commitment talks: deadline "soon" is neither a period nor a meeting',
    ),
    (
        "a moved deadline",
        make_ledger(make_commitment(), journal=[make_entry("2024-02-01", deadline="m9")]),
        "bad-deadline",
        ("progress", 0, "deadline"),
        'progress entry 1: deadline "m9" is neither a period nor a meeting',
    ),
    (
        "a side",
        with_bodies(make_ledger(), Organisation(id="NSF", name="NSF", side="US")),
        "unknown-side",
        ("organisation", "NSF", "side"),
        'organisation NSF: side "US" is no side of the committee',
    ),
    (
        "a meeting's date",
        make_ledger(meetings=[MEETING, make_meeting("m2")]),
        "meeting-without-date",
        ("meeting", "m2"),
        "meeting m2 is neither held nor expected",
    ),
    (
        "case",
        make_ledger(make_commitment("talks"), make_commitment("Talks")),
        "duplicate-id",
        ("commitment", "talks"),
        "commitment talks differs from Talks in nothing but its case",
    ),
    (
        "the committee's name",
        with_bodies(make_ledger(), Organisation(id="Committee", name="C", side="UK")),
        "duplicate-id",
        ("organisation", "Committee"),
        'organisation Committee: "committee" stands for both sides together',
    ),
]


@pytest.mark.parametrize(
    ("ledger", "code", "where", "message"),
    [pytest.param(*case[1:], id=case[0]) for case in BAD_REFERENCES],
)
def test_a_ledger_that_no_command_can_use(
    ledger: Ledger, code: str, where: Where, message: str
) -> None:
    """One error is found, at its place, that says what is wrong and what to do."""
    (found,) = unusable(ledger, code)
    assert (found.code, found.where, found.message) == (code, where, message)
    assert found.severity is Severity.ERROR
    assert found.hint


def test_the_nearest_name_is_offered_for_an_unknown_one() -> None:
    """A slip of the finger is answered with what was probably meant, anything else with how to."""
    ledger = make_ledger(
        make_commitment("semiconductors"),
        journal=[
            make_entry("2024-02-01", commitment="semiconductor"),
            make_entry("2024-02-01", commitment="zzz"),
        ],
    )
    near, far = unusable(ledger)
    assert near.hint == "did you mean semiconductors?"
    assert far.hint == "declare it: [commitment.zzz]"


def test_an_unknown_reporter_is_offered_the_committee_too() -> None:
    """Whoever mistyped the committee is told so, and others learn what may stand there."""
    ledger = make_ledger(
        make_commitment(),
        journal=[make_entry("2024-02-01", by="comittee"), make_entry("2024-02-01", by="zzz")],
    )
    near, far = unusable(ledger)
    assert near.hint == "did you mean committee?"
    assert far.hint == 'a body\'s id, or "committee" for both sides'
    assert near.commitment == "talks"


def test_the_sides_are_named_to_whoever_got_one_wrong() -> None:
    """The allowed values stand in the hint."""
    ledger = with_bodies(make_ledger(), Organisation(id="NSF", name="NSF", side="US"))
    (found,) = unusable(ledger, "unknown-side")
    assert found.hint == "the sides are: UK, Japan"


def test_the_spellings_of_a_period_are_shown_for_a_bad_deadline() -> None:
    """The hint says how a deadline is written."""
    ledger = make_ledger(make_commitment(deadline="soon"))
    (found,) = unusable(ledger)
    assert "2024-H1" in found.hint


def test_a_record_that_could_not_be_read_is_still_declared() -> None:
    """One broken record is one problem, not one more for each that names it."""
    ledger = make_ledger(
        make_commitment(meeting="m7", owners=("MEXT",), deadline="m7"),
        journal=[make_entry("2024-02-01", by="MEXT")],
    )
    ids = declared(ledger, meeting={"m7"}, organisation={"MEXT"})
    assert unusable(ledger, ids=ids) == []


def test_without_a_committee_every_side_goes() -> None:
    """That there is no committee is said once, not again for each body."""
    ledger = replace(make_ledger(), committee=Committee(name="", sides=()))
    assert unusable(ledger, "unknown-side") == []


# What check adds


def one(*journal: Any, **fields: Any) -> Ledger:
    """Return a ledger of the commitment "talks" and these entries."""
    return make_ledger(make_commitment(**fields), journal=journal)


FINE = make_entry("2024-02-01", "in-progress", note="Fine.")

TRIPPED: list[tuple[str, Ledger, Severity, str, Where, str]] = [
    (
        "an entry twice",
        one(FINE, make_entry("2024-03-01", note="Other."), FINE),
        Severity.ERROR,
        "duplicate-entry",
        ("progress", 2),
        "talks, entry of 2024-02-01: the very same entry is on file already",
    ),
    (
        "an owner twice",
        one(owners=("A", "B", "A")),
        Severity.ERROR,
        "duplicate-owner",
        ("commitment", "talks", "owners"),
        "commitment talks: A is named twice among its owners",
    ),
    (
        "an id of two words",
        make_ledger(make_commitment("two words")),
        Severity.ERROR,
        "bad-id",
        ("commitment", "two words"),
        'commitment "two words": an id is one word that starts with a letter or digit',
    ),
    (
        "an id like an option",
        with_bodies(make_ledger(), Organisation(id="-x", name="X", side="UK")),
        Severity.ERROR,
        "bad-id",
        ("organisation", "-x"),
        'organisation "-x": an id is one word that starts with a letter or digit',
    ),
    (
        "an empty id",
        make_ledger(meetings=[MEETING, make_meeting("", expected="2025")]),
        Severity.ERROR,
        "bad-id",
        ("meeting", ""),
        'meeting "": an id is one word that starts with a letter or digit',
    ),
    (
        "a status by nobody",
        one(FINE, make_entry("2024-03-01", "stalled", by=None)),
        Severity.ERROR,
        "no-reporter",
        ("progress", 1),
        "talks, entry of 2024-03-01: it says what decides or for whom, and nobody reports it",
    ),
    (
        "a deadline moved by nobody",
        one(make_entry("2024-03-01", by=None, deadline="2025", note="Moved.")),
        Severity.ERROR,
        "no-reporter",
        ("progress", 0),
        "talks, entry of 2024-03-01: it says what decides or for whom, and nobody reports it",
    ),
    (
        "a deadline moved without a word",
        one(make_entry("2024-03-01", deadline="2025")),
        Severity.WARNING,
        "moved-without-note",
        ("progress", 0),
        "talks, entry of 2024-03-01: the deadline was moved and no note says why",
    ),
    (
        "an entry that says nothing",
        one(FINE, make_entry("2024-03-01", evidence=("ref: minute",))),
        Severity.WARNING,
        "empty-entry",
        ("progress", 1),
        "talks, entry of 2024-03-01: it has neither status, deadline, owners nor note",
    ),
    (
        "completed without evidence",
        one(FINE, make_entry("2024-03-01", "completed")),
        Severity.WARNING,
        "no-evidence",
        ("progress", 1),
        "talks, entry of 2024-03-01: completed, and no evidence on file",
    ),
    (
        "before the meeting was held",
        one(make_entry("2023-11-06", "stalled")),
        Severity.WARNING,
        "before-meeting",
        ("progress", 0, "date"),
        "talks, entry of 2023-11-06: that is before m1 (2023-11-07), which made the commitment",
    ),
    (
        "before the meeting is expected",
        make_ledger(
            make_commitment(),
            journal=[make_entry("2023-12-31", "stalled")],
            meetings=[make_meeting("m1", expected="2024")],
        ),
        Severity.WARNING,
        "before-meeting",
        ("progress", 0, "date"),
        "talks, entry of 2023-12-31: that is before m1 (2024), which made the commitment",
    ),
    (
        "the day after tomorrow",
        one(make_entry("2024-07-01", "stalled"), make_entry("2024-07-02", "stalled")),
        Severity.WARNING,
        "in-the-future",
        ("progress", 1, "date"),
        "talks, entry of 2024-07-02: that is in the future: today is 2024-06-30",
    ),
    (
        "a body nothing names",
        one(),
        Severity.WARNING,
        "unnamed-organisation",
        ("organisation", "C"),
        "organisation C owns nothing and reports nothing",
    ),
    (
        "nobody answers for it",
        one(owners=()),
        Severity.WARNING,
        "no-owner",
        ("commitment", "talks", "owners"),
        "commitment talks has no owner",
    ),
    (
        "reported by another body",
        one(FINE, make_entry("2024-03-01", "in-progress", by="C", note="Seen.")),
        Severity.WARNING,
        "not-an-owner",
        ("progress", 1, "by"),
        "talks, entry of 2024-03-01: C is no owner of it",
    ),
    (
        "evidence that leads nowhere",
        one(make_entry("2024-03-01", "completed", evidence=("ref: minute", "gone.pdf"))),
        Severity.WARNING,
        "bad-evidence",
        ("progress", 0, "evidence"),
        'talks, entry of 2024-03-01: evidence "gone.pdf" leads nowhere',
    ),
    (
        "a title that steers",
        one(title="\x1b[31mred\x1b[0m \u202e"),
        Severity.WARNING,
        "control-character",
        ("commitment", "talks", "title"),
        "commitment talks: title holds control characters: U+001B, U+202E",
    ),
    (
        "a note that steers",
        one(FINE, make_entry("2024-03-01", note="one\rtwo")),
        Severity.WARNING,
        "control-character",
        ("progress", 1, "note"),
        "progress entry 2: note holds control characters: U+000D",
    ),
]


@pytest.mark.parametrize(
    ("ledger", "severity", "code", "where", "message"),
    [pytest.param(*case[1:], id=case[0]) for case in TRIPPED],
)
def test_a_ledger_that_can_be_used_and_is_not_in_order(
    ledger: Ledger, severity: Severity, code: str, where: Where, message: str
) -> None:
    """One thing is found, at its place, that says what is wrong and what to do."""
    (found,) = of_code(code, ledger)
    assert (found.code, found.where, found.message) == (code, where, message)
    assert found.severity is severity
    assert found.hint


@pytest.mark.parametrize(
    ("code", "ledger", "commitment"),
    [
        ("no-reporter", one(make_entry("2024-03-01", "stalled", by=None)), "talks"),
        ("no-owner", one(owners=()), "talks"),
        ("unnamed-organisation", one(), None),
    ],
)
def test_a_finding_names_the_commitment_it_is_about(
    code: str, ledger: Ledger, commitment: str | None
) -> None:
    """Findings can be gathered by commitment; one about a body has none."""
    found, *_ = of_code(code, ledger)
    assert found.commitment == commitment


@pytest.mark.parametrize("blank", ["", "  ", "\n", "\u3000", "\u200b\ufeff"])
def test_a_text_that_people_read_a_table_by_is_not_blank(blank: str) -> None:
    """A title or name of blanks, or of nothing that can be seen, would list an empty row."""
    ledger = replace(
        with_bodies(
            make_ledger(make_commitment(title=blank)), Organisation(id="A", name=blank, side="UK")
        ),
        committee=Committee(name=blank, sides=("UK", blank)),
    )
    found = of_code("blank-text", ledger)
    assert [each.where for each in found] == [
        ("committee", "name"),
        ("organisation", "A", "name"),
        ("commitment", "talks", "title"),
        ("committee", "sides"),
    ]
    assert {each.severity for each in found} == {Severity.ERROR}
    assert is_blank(blank)


NEAR_MISSES: list[tuple[str, str, Ledger]] = [
    (
        "the same report by the other side",
        "duplicate-entry",
        one(FINE, replace(FINE, by="B")),
    ),
    ("ids of other scripts", "bad-id", make_ledger(make_commitment("第12回.a_b-c"))),
    ("an id that starts with a digit", "bad-id", make_ledger(make_commitment("5g"))),
    (
        "a note by nobody",
        "no-reporter",
        one(make_entry("2024-03-01", by=None, note="Asked.")),
    ),
    ("a deadline alone", "empty-entry", one(make_entry("2024-03-01", deadline="2025"))),
    (
        "in progress without evidence",
        "no-evidence",
        one(make_entry("2024-03-01", "in-progress"), make_entry("2024-03-02", "not-pursued")),
    ),
    (
        "on the day of the meeting",
        "before-meeting",
        one(make_entry("2023-11-07", "stalled")),
    ),
    ("tomorrow", "in-the-future", one(make_entry("2024-07-01", "stalled"))),
    (
        "a body that only reports",
        "unnamed-organisation",
        one(make_entry("2024-03-01", by="C", note="Seen.")),
    ),
    (
        "a body that others are part of",
        "unnamed-organisation",
        with_bodies(one(), Organisation(id="A", name="A", side="UK", part_of="C")),
    ),
    (
        "a note by a body that is no owner",
        "not-an-owner",
        one(make_entry("2024-03-01", by="C", note="Seen.")),
    ),
    (
        "a joint report",
        "not-an-owner",
        one(make_entry("2024-03-01", "stalled", by="committee")),
    ),
    (
        "lines, tabs and joined emoji",
        "control-character",
        one(summary="a\n\tb \U0001f468\u200d\U0001f469\u200d\U0001f467"),
    ),
]


@pytest.mark.parametrize(
    ("code", "ledger"), [pytest.param(*case[1:], id=case[0]) for case in NEAR_MISSES]
)
def test_what_comes_close_to_a_rule_and_does_not_break_it(code: str, ledger: Ledger) -> None:
    """No rule finds fault where there is none."""
    assert of_code(code, ledger) == []


def test_every_place_is_found_that_holds_a_control_character() -> None:
    """Committee, meeting, body, commitment and entry: no text escapes the search."""
    bell = "\x07"
    ledger = replace(
        with_bodies(
            make_ledger(
                make_commitment(frameworks=("fine", bell)),
                journal=[make_entry("2024-02-01", evidence=(f"ref: {bell}",))],
                meetings=[replace(MEETING, chairs=(bell,))],
            ),
            Organisation(id="A", name=bell, side="UK"),
        ),
        committee=Committee(name=bell, sides=("UK", "Japan")),
    )
    assert [found.where for found in of_code("control-character", ledger)] == [
        ("committee", "name"),
        ("meeting", "m1", "chairs"),
        ("organisation", "A", "name"),
        ("commitment", "talks", "frameworks"),
        ("progress", 0, "evidence"),
    ]


def test_check_gathers_everything_at_once() -> None:
    """Whoever puts a ledger in order sees all that is to be done, not the first of it."""
    ledger = make_ledger(
        make_commitment(owners=()),
        journal=[make_entry("2024-07-02", "completed", by=None, deadline="2025")],
    )
    assert sorted(found.code for found in check(ledger, KNOWN)) == [
        "in-the-future",
        "moved-without-note",
        "no-evidence",
        "no-owner",
        "no-reporter",
        "unnamed-organisation",
        "unnamed-organisation",
        "unnamed-organisation",
    ]


def test_a_finding_reads_as_file_line_and_message() -> None:
    """Editors can jump to it; a place that is not known to the line names the file."""
    found = Finding.warning("no-owner", (), "commitment talks has no owner")
    assert str(replace(found, file="c.toml", line=7)) == "c.toml:7: commitment talks has no owner"
    assert str(replace(found, file="c.toml")) == "c.toml: commitment talks has no owner"


# Evidence


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/a?b=c#d",
        "http://example.org",
        "HTTPS://EXAMPLE.ORG/",
        "https://example.org/経済",
        "ref: minute of 14 May",
        "REF:1",
        "minutes.pdf",
        "a b.txt",
        "C:/minutes.pdf",
    ],
)
def test_what_is_evidence(text: str) -> None:
    """A web address, a reference, or a file that exists, whatever its name."""
    assert is_evidence(text, KNOWN.file_exists)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://",
        "https:",
        "https:/example.org",
        "https:example.org",
        "https://example.org/a b",
        "https://example.org/\u3000",
        "https://example.org/\n",
        "ftp://example.org/",
        "javascript:alert(1)",
        "mailto:a@example.org",
        "www.example.org",
        "ref:",
        "ref:  ",
        "reference: minute",
        "gone.pdf",
        "see the minutes",
    ],
)
def test_what_is_no_evidence(text: str) -> None:
    """Another scheme, an address cut short, and a file that is not there lead nowhere."""
    assert not is_evidence(text, KNOWN.file_exists)


def test_no_file_is_looked_for_where_none_can_be() -> None:
    """An address, a reference, nothing at all and a name with a null never reach the disk."""
    asked: list[str] = []

    def file_exists(name: str) -> bool:
        asked.append(name)
        return True

    assert is_evidence("https://example.org/", file_exists)
    assert is_evidence("ref: minute", file_exists)
    assert not is_evidence("https://", file_exists)
    assert not is_evidence("", file_exists)
    assert not is_evidence("a\0b", file_exists)
    assert asked == []


# Characters that act on the text around them


@pytest.mark.parametrize(
    "character",
    [
        "\0",
        "\a",
        "\b",
        "\n",
        "\t",
        "\r",
        "\x1b",
        "\x7f",
        "\x9b",
        "\u00ad",
        "\u061c",
        "\u200b",
        "\u200e",
        "\u200f",
        "\u2028",
        "\u2029",
        "\u202a",
        "\u202e",
        "\u2066",
        "\u2069",
        "\ufeff",
        "\ud800",
        "\U000e0041",
    ],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_characters_that_steer(character: str) -> None:
    """Control, direction, line separators, lone surrogates and what is invisible steer."""
    assert steers(character)


@pytest.mark.parametrize(
    "character",
    [
        "a",
        " ",
        "é",
        "あ",
        "漢",
        "[",
        "=",
        "\u00a0",
        "\u3000",
        "\u0301",
        "\u200c",
        "\u200d",
        "\ufe0f",
        "\U0001f30a",
        "\U000e0100",
    ],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_characters_that_are_read(character: str) -> None:
    """Letters of any script, spaces, accents, emoji and the joiners they need are text."""
    assert not steers(character)


def test_nothing_that_steers_is_printable() -> None:
    """So a text that `str.isprintable` holds of is safe without a look at each character."""
    assert not any(steers(each) and each.isprintable() for each in map(chr, range(0x110000)))
