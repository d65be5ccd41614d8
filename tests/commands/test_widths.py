"""What commands show, on terminals of any width: nothing is cut, no word is broken."""

import re
import sys
from collections import Counter
from pathlib import Path

import pytest
from rich.cells import cell_len

from conftest import Jcm
from examples import SHIPPED

WIDTHS = [60, 80, 100, 140, 200]
PAGES = [
    ["list"],
    ["list", "--group", "owner"],
    ["list", "--sides-differ"],
    ["timeline"],
    ["bodies"],
    ["show", "semi"],
    ["log"],
    ["report"],
    ["diff", "--from", "jcm-12"],
]
FLOWING = ("show", "log", "diff")
"""Pages of lines under each other: what stands in them stands in one order at every width."""

JAPANESE = """
[commitment.an-id-of-many-words-that-nobody-would-type]
title = "半導体及び量子技術（ＡＩ・ロボットを含む。）に関する共同研究プログラムの実施状況の確認"
meeting = "jcm-12"
owners = ["DSIT", "METI", "AMED", "JST", "NEDO", "UKRI", "InnovateUK"]
summary = "両国は次回会合までに進捗を報告することで一致した。 Extraordinarily-long-words-may-occur."
theme = "半導体 semiconductors"
deadline = "2024-Q4"
deadline_text = "できる限り早い時期に（ at the earliest opportunity ）"

[[progress]]
commitment = "an-id-of-many-words-that-nobody-would-type"
date = 2025-02-03
by = "METI"
status = "completed"
note = "在外公館での運用を見直し中であり、予算措置を待っている。 The ministry confirmed it."
evidence = ["https://www.example.org/a-very-long-address/that-does-not-fit/into-any/of-the-terminals/however-wide/they-are-and-has-to-stay-whole/2025/0203_002.html"]

[[progress]]
commitment = "an-id-of-many-words-that-nobody-would-type"
date = 2025-02-04
by = "DSIT"
status = "stalled"
deadline = "2025-12-31"
note = "Waiting for a reply."
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Return a ledger with English, Japanese, and an address wider than any terminal."""
    path = tmp_path / "commitments.toml"
    path.write_text(SHIPPED.read_text(encoding="utf-8") + JAPANESE, encoding="utf-8")
    return path


@pytest.fixture
def page(jcm: Jcm, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """Return what a command draws for a terminal of so many columns."""
    forms = {"timeline": "chart", "report": "terminal", "show": "text"}

    def draw(command: list[str], width: int, lang: str = "en") -> str:
        monkeypatch.setenv("COLUMNS", str(width))
        monkeypatch.setenv("JCM_LANG", lang)
        form = forms.get(command[0], "table")
        day = [] if command[0] == "diff" else ["--as-of", "2026-11-23"]
        done = jcm("--ledger", ledger, *command, *day, "--format", form)
        assert done.code == 0, done.err
        return done.out

    return draw


def words(page: str) -> set[str]:
    """Return the words of a page in letters that do not break anywhere, without punctuation."""
    return {word.strip(",;:") for word in re.findall(r"[!-~]+", page)} - {""}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("command", PAGES, ids=" ".join)
def test_no_word_is_broken_and_none_is_cut(page: object, command: list[str], width: int) -> None:
    """Every word is one that a terminal without an edge shows too: ids, names, dates, addresses."""
    assert callable(page)
    shown, whole = page(command, width), page(command, 3000)
    axis = {"Jan", "Apr", "Jul", "Oct", "Title", "2023", "2024", "2025", "2026"}
    assert words(shown) - words(whole) - axis == set()
    for address in re.findall(r"https?://\S+", whole):
        assert address in shown


@pytest.mark.parametrize("width", [30, *WIDTHS])
@pytest.mark.parametrize("command", [page for page in PAGES if page[0] in FLOWING], ids=" ".join)
def test_every_letter_is_shown_in_order(page: object, command: list[str], width: int) -> None:
    """Folding adds nothing but ends of lines and margins, and takes nothing away."""
    assert callable(page)
    shown, whole = page(command, width), page(command, 3000)
    if "─" in whole:  # the sides' reports stand beside each other, and on narrow ones do not
        assert not Counter(shown.replace("─", "")) - Counter(whole + " \n" * len(shown) + shown)
    else:
        assert "".join(shown.split()) == "".join(whole.split())


NEVER_FIRST = "、。，．・：；！？）］｝」』】〕〉》ー～々"
NEVER_LAST = "（［｛「『【〔〈《"


if sys.platform != "win32":
    from terminals import at_a_terminal

    @pytest.mark.parametrize("width", [46, 60])
    @pytest.mark.parametrize(
        "command",
        ["list", "bodies", "log", "check", "show nothing", "list --owner X", "mark x done"],
    )
    def test_lines_under_a_table_and_errors_break_between_words(
        ledger: Path, command: str, width: int
    ) -> None:
        """Footers, summaries, errors and hints are folded on a terminal; nowhere else."""
        typed, folder = command.split(), ledger.parent
        plain = {"PAGER": "", "TERM": "dumb"}
        wide, _ = at_a_terminal(*typed, cwd=folder, environment=plain, size=(50, 3000))
        shown, _ = at_a_terminal(*typed, cwd=folder, environment=plain, size=(50, width))
        assert words(shown) - words(wide) == set()
        lines = [line for line in shown.splitlines() if "http" not in line]
        assert max(map(len, lines)) <= width

    def test_a_command_in_a_hint_stays_on_one_line(tmp_path: Path) -> None:
        """It can be copied whole from a terminal of any width."""
        plain = {"PAGER": "", "TERM": "dumb"}
        shown, code = at_a_terminal("diff", cwd=tmp_path, environment=plain, size=(50, 40))
        assert code == 3
        assert any("jcm diff --from 2024-07-01" in line for line in shown.splitlines())

    @pytest.mark.parametrize("lang", ["ja", "both"])
    @pytest.mark.parametrize("width", [60, 80, 140])
    @pytest.mark.parametrize(
        "command",
        ["list", "list --group owner", "timeline", "bodies", "show semi", "log", "report"],
    )
    def test_japanese_keeps_within_the_width_and_to_its_rules(
        ledger: Path, command: str, width: int, lang: str
    ) -> None:
        """Cells are counted; no line begins with a stop or ends with an open bracket."""
        plain = {"PAGER": "", "TERM": "dumb", "JCM_LANG": lang}
        shown, code = at_a_terminal(
            *command.split(), cwd=ledger.parent, environment=plain, size=(50, width)
        )
        assert code == 0
        lines = [line.rstrip() for line in shown.splitlines() if "http" not in line]
        assert max(map(cell_len, lines)) <= width
        if command.split(maxsplit=1)[0] in FLOWING:
            told = [line.strip() for line in lines if line.strip()]
            assert [line for line in told if line[0] in NEVER_FIRST or line[-1] in NEVER_LAST] == []
