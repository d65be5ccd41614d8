"""Whatever jcm shows, it says in Japanese: every command, every format, on three ledgers."""

import re
import tomllib
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

import hostile
import readable
from conftest import Jcm
from examples import SHIPPED

LEDGERS = Path(__file__).parent / "ledgers"
FORTY = LEDGERS / "forty.toml"

FEW = dict(islice(hostile.CORPUS.items(), 0, None, 6))
"""Every sixth of the hostile texts: what of ours stands beside them is the same each time."""

ALLOWED = frozenset(
    # ids and names of programs, formats and options, as they are in every language
    [
        *("jcm", "csv", "json", "excel", "id", "commitments", "toml", "xyz", "export", "kb"),
        *("xlsx", "txt", "eml", "md", "windows", "outlook"),
    ]
)
"""English words that may stand among ours. Look at each before it is put here."""

SHOWN = (
    "list",
    "list --group owner",
    "list --group timing",
    "list --group theme",
    "list --group side",
    "list --group meeting",
    "list --sides-differ",
    "list --overdue --owner xyz",
    "timeline",
    "bodies",
    "bodies --silent 1d",
    "log",
    "report",
    "report --brief",
)
"""What is drawn on a terminal."""

WRITTEN: tuple[tuple[str, str, Callable[[bytes], str]], ...] = (
    ("report", "status.html", lambda content: readable.html(content.decode())),
    ("report", "status.md", lambda content: content.decode()),
    ("report", "status.docx", readable.word),
    ("report", "status.eml", readable.mail),
    ("report", "status.txt", lambda content: content.decode()),
    ("export", "data.xlsx", readable.workbook),
    ("export", "data.csv", lambda content: content.decode("utf-8-sig").splitlines()[0]),
    ("export", "deadlines.ics", readable.calendar),
)
"""Documents, and what a reader sees of each."""

_WORD = re.compile(r"[A-Za-z][A-Za-z]+")
_SPELLED = re.compile(
    r"https?://\S+|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|--[a-z-]+(?: [A-Z]+(?:=\w+)?\b)?"
    r"|JCM-[A-Za-z0-9._-]+"
)
"""Addresses, escapes, what is typed, and the names of forms and of what they answer."""


@pytest.fixture(params=["shipped", "forty", "hostile"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the ledger of this folder: the shipped one, one of forty, or one of hostile texts."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "commitments.toml"
    texts = {
        "shipped": lambda: SHIPPED.read_text(encoding="utf-8"),
        "forty": lambda: FORTY.read_text(encoding="utf-8"),
        "hostile": lambda: hostile.ledger(FEW, hostile.Hold.FIELDS),
    }
    path.write_text(texts[request.param](), encoding="utf-8")
    return path


def _texts(value: object) -> Iterator[str]:
    match value:
        case dict():
            for key, each in value.items():
                yield key
                yield from _texts(each)
        case list():
            for each in value:
                yield from _texts(each)
        case str():
            yield value


def english(shown: str, ledger: Path, table: str = "") -> list[str]:
    """Return the English words that are neither of the ledger, of a table nor allowed."""
    texts = [*_texts(tomllib.loads(ledger.read_text(encoding="utf-8"))), table]
    own = "\n".join(texts).lower()
    among = {*_WORD.findall(own)} | ALLOWED
    ours = _SPELLED.sub(" ", shown)
    found = [word for word in _WORD.findall(ours) if word.lower() not in among]
    return [word for word in found if word.lower() not in own]


@pytest.mark.parametrize("command", SHOWN)
def test_every_page_is_in_japanese(
    jcm: Jcm, ledger: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No word of ours is English, and something is said in Japanese."""
    monkeypatch.setenv("COLUMNS", "300")
    forms = {"timeline": "chart", "report": "terminal", "bodies": "table"}
    form = "text" if "--silent" in command else forms.get(command.split(maxsplit=1)[0], "table")
    result = jcm("--lang", "ja", *command.split(), "--format", form)
    shown = result.out + result.err
    assert re.search("[ぁ-んァ-ヶ一-龠]", shown)
    assert english(shown, ledger) == []


@pytest.mark.parametrize(("command", "name", "read"), WRITTEN, ids=[name for _, name, _ in WRITTEN])
def test_every_document_is_in_japanese(
    jcm: Jcm, ledger: Path, command: str, name: str, read: Callable[[bytes], str]
) -> None:
    """As a reader sees it, heads of columns, headings and notes among it."""
    file = ledger.parent / name
    result = jcm(command, "--lang", "ja", "-o", file)
    assert result.code == 0, result.err
    shown = read(file.read_bytes())
    assert re.search("[ぁ-んァ-ヶ一-龠]", shown)
    assert english(shown, ledger) == []


AGENDAS: dict[str, Callable[[bytes], str]] = {
    ".html": lambda content: readable.html(content.decode()),
    ".md": lambda content: content.decode(),
    ".docx": readable.word,
    ".xlsx": readable.workbook,
    ".eml": readable.mail,
    ".txt": lambda content: content.decode(),
}
"""What a reader sees of each format of an agenda."""


@pytest.mark.parametrize("suffix", AGENDAS)
def test_every_agenda_is_in_japanese(jcm: Jcm, ledger: Path, suffix: str) -> None:
    """Of the meeting that comes next, as its chair reads it."""
    meetings = tomllib.loads(ledger.read_text(encoding="utf-8"))["meeting"]
    coming = next(each for each, of in meetings.items() if "held" not in of)
    file = ledger.parent / f"agenda{suffix}"
    result = jcm("agenda", coming, "--lang", "ja", "-o", file)
    assert result.code == 0, result.err
    shown = AGENDAS[suffix](file.read_bytes())
    assert re.search("[ぁ-んァ-ヶ一-龠]", shown)
    assert english(shown, ledger) == []


def test_what_is_asked_and_what_comes_back_is_told_in_japanese(
    jcm: Jcm, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is asked for what, what the forms that came back change, and the note of it."""
    monkeypatch.setenv("JCM_LANG", "ja")
    asked = jcm("commission", "--reply-by", "2999-01-01", "--lang", "ja", "-o", "様式")
    assert asked.code == 0, asked.err
    forms = sorted(Path("様式").glob("*.xlsx"))
    collected = jcm("collect", *forms, "--note", "覚え.md", "--yes")
    assert collected.code == 0, collected.err
    note = Path("覚え.md").read_text(encoding="utf-8")
    for shown in (asked.out + asked.err, collected.out + collected.err, note):
        assert re.search("[ぁ-んァ-ヶ一-龠]", shown)
        assert english(shown, ledger) == []


def test_what_a_table_would_add_is_told_in_japanese(
    jcm: Jcm, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its columns, its first rows, what is new, and what is wrong with its cells."""
    monkeypatch.setenv("JCM_LANG", "ja")
    monkeypatch.setenv("COLUMNS", "300")
    jcm("export", "--lang", "ja", "-o", "表.csv")
    table = Path("表.csv").read_text(encoding="utf-8-sig")
    for options in ((), ("--by", "owner"), ("--by", "owner", "--map", "ID=none")):
        told = jcm("import", "表.csv", *options)
        assert told.code in (0, 3)
        assert re.search("[ぁ-んァ-ヶ一-龠]", told.out + told.err)
        assert english(told.out + told.err, ledger, f"{table} AA AB AC AD") == []


def test_a_suffix_may_carry_the_language(jcm: Jcm, tmp_path: Path) -> None:
    """Two files of one command are in two languages."""
    files = [tmp_path / "status.en.md", tmp_path / "status.ja.md", tmp_path / "status.md"]
    jcm("--ledger", SHIPPED, "report", *(word for file in files for word in ("-o", file)))
    in_english, in_japanese, usual = (file.read_text(encoding="utf-8") for file in files)
    assert in_english == usual != in_japanese
    assert in_japanese.startswith("# 進捗状況報告")


@pytest.mark.parametrize(
    ("environment", "japanese"),
    [
        ({"JCM_LANG": "ja"}, True),
        ({"JCM_LANG": "en", "LC_ALL": "ja_JP.UTF-8"}, False),
        ({"LC_ALL": "ja_JP.UTF-8"}, True),
        ({"LC_ALL": "C.UTF-8", "LANG": "ja_JP.UTF-8"}, False),
        ({"LC_MESSAGES": "ja_JP.eucJP", "LANG": "en_GB.UTF-8"}, True),
        ({"LANG": "ja"}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({}, False),
    ],
)
def test_the_environment_says_which_language(
    jcm: Jcm,
    environment: dict[str, str],
    japanese: bool,  # noqa: FBT001 - a case
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """JCM_LANG, else the locale as POSIX reads it, else English; --lang goes before all."""
    for name in ("JCM_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    usual = jcm("--ledger", SHIPPED, "show", "semi").out
    assert ("期限状況" in usual) is japanese
    assert "期限状況" in jcm("--ledger", SHIPPED, "show", "semi", "--lang", "ja").out
    assert "期限状況" not in jcm("--ledger", SHIPPED, "show", "semi", "--lang", "en").out
    assert "期限状況" in jcm("--lang", "ja", "--ledger", SHIPPED, "show", "semi").out


def test_data_keep_their_keys(jcm: Jcm, monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs read the same names in every language."""
    for form in ("tsv", "csv", "json", "ids"):
        plain = jcm("--ledger", SHIPPED, "list", "--format", form).out
        monkeypatch.setenv("JCM_LANG", "ja")
        assert jcm("--ledger", SHIPPED, "list", "--format", form).out == plain
        monkeypatch.setenv("JCM_LANG", "en")
