"""Whoever reads Japanese is spoken to in Japanese: errors, hints, questions, help, findings."""

import ast
import errno
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli
import typer
from rich.cells import cell_len

import jcm_ledger
from conftest import Jcm
from examples import SECOND, SHIPPED
from jcm_ledger import commands
from jcm_ledger.commands import conversation
from jcm_ledger.commands.hints import hint
from jcm_ledger.errors import LedgerError
from jcm_ledger.render.phrases.japanese.messages import BY_TRADE, japanese
from terminals import at_a_terminal
from test_errors import KINDS, values
from test_hints import HELPED, Setting, a_ledger, nothing

PACKAGE = Path(jcm_ledger.__file__).parent
SPEAKING = ("errors", "model", "rules", "store", "commands")
"""The folders whose code says something in English to the person at the keyboard."""

NO_SENTENCES = {
    *("--add safe.directory", "--format ids", "--held or --expected"),
    *("not a git repository", "promisor remote", "lazy fetching", "filesystem boundary"),
    "ledgers of commitments, merged by table",  # git's name of the merge driver
    *("not yet started", "not begun", "to do", "on going", "under way", "in hand", "on hold"),
    *("add body", "add meeting"),
    *("main time[datetime], article time[datetime]", "statement date", "tuple[Statement, str]"),
}
"""What git says, what people say of a status, names of commands, what readers look for in pages."""

OF_BOTH_LANGUAGES = {"return_form.py", "headings.py", "countries.py"}
"""Files that have words of forms and tables, and names of countries, in English and Japanese."""

CODE = re.compile(r"\\|\(\?:|^http://")
"""Patterns, and names of XML."""

PLACE = re.compile(r"\{(\w+)(?::(\w+))?\}")
ENGLISH = [english for pairs in BY_TRADE.values() for english, _ in pairs]
FIXED = "\n".join(PLACE.sub("\n", english) for english in ENGLISH)
"""The fixed texts of all sentences."""

COMPOSED = {
    *(" year has no half ", " year has no quarter ", " year has no month "),
    *(" by nobody", " part of itself", " say otherwise"),
    " another jcm has been writing to it for ",
    " jcm diff --from 2024-07-01 compares days without it",
}
"""What the code puts together of words that it chooses."""

OF_OTHERS = (
    "unexpected end of data",
    "new-line character",
    "field larger",
    "expected after",
    "NUL",
    "zip file",
)
"""What the readers of CSV and of archives say, which are not among what is searched."""


def texts(file: Path) -> Iterator[list[str]]:
    """Yield the texts in a file of Python, but its docstrings, in parts between their values."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    left_out = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [v.value if isinstance(v, ast.Constant) else None for v in node.values]
            left_out |= {id(value) for value in node.values}
            told = "".join("\0" if part is None else str(part) for part in parts)
            yield told.split("\0")
    for node in ast.walk(tree):
        value = node.value if isinstance(node, ast.Constant) else None
        if isinstance(value, str) and id(node) not in left_out:
            yield [value]


def said_in(folders: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    """Yield the sentences of our code by file: what has two words, and is no pattern."""
    typed = re.compile(r"[:;,. ]*(or compare days: )?(jcm|git|cd|--?[a-z])\b")
    files = (file for folder in folders for file in sorted((PACKAGE / folder).rglob("*.py")))
    silent = {*OF_BOTH_LANGUAGES, "drafting"}  # the latter has words of statements
    for file in (file for file in files if not silent & {*file.relative_to(PACKAGE).parts}):
        for parts in texts(file):
            whole = "".join(parts)
            is_said = re.search(r"[A-Za-z]{2,},? [a-z]{2,}", whole) and not CODE.search(whole)
            if is_said and not typed.match(whole) and whole not in NO_SENTENCES:
                yield file.relative_to(PACKAGE).as_posix(), parts


def test_every_sentence_of_the_code_has_its_japanese() -> None:
    """Whoever adds one in English finds out here; a table of `messages` takes it in."""
    lacking = [
        (file, "{…}".join(parts))
        for file, parts in said_in(SPEAKING)
        if japanese("3".join(parts)) is None
        and not all(part.strip() in FIXED for part in re.split(r"\{\w*\}|\n", "\n".join(parts)))
    ]
    assert lacking == []


def everything_said() -> str:
    """Return all that our code, the parser of the command line, TOML's and the system can say."""
    libraries = [Path(typer.__file__).parent, Path(tomli.__file__).parent]
    files = [*PACKAGE.rglob("*.py"), *(file for place in libraries for file in place.rglob("*.py"))]
    code = [
        node.value
        for file in files
        if "japanese" not in file.parts
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    system = [os.strerror(number).lower() for number in errno.errorcode]
    return "\n".join(" ".join(text.split()) for text in [*code, *system])


def test_no_sentence_is_kept_that_nobody_says() -> None:
    """What the code does not say any more leaves the table too."""
    told = everything_said()
    clauses = {
        english: re.split(r"\{[^}]*\}|[\"'().;:,?\n]+|\b(?:or|and|then|a|an)\b", english)
        for english in ENGLISH
        if not any(each in english for each in OF_OTHERS)
    }
    idle = {
        english: [part for part in parts if " ".join(part.split()) not in told]
        for english, parts in clauses.items()
    }
    assert {each for parts in idle.values() for each in parts} == COMPOSED


TYPED = re.compile(
    r"`[^`]*`|\"[^\"\n]*\"|「[^」]*」|'[^'\n]*'|https?://\S+|[\w./~-]*commitments\.toml\S*"
    r"|(?<![a-z])(?:jcm|git|mkdir|chmod|rm|cd|unset) [\x21-\x7e…]+(?: [\x21-\x7e…]+)*"
    r"|new folder|(?<=jcm: )add (?:meeting|body)"
    r"|--?[a-z-]+(?: [A-Z]+)?"
)


def english_in(text: str) -> list[str]:
    """Return what is English in a text: three words in a row that are neither quoted nor typed."""
    return re.findall(r"[A-Za-z]{2,}[,;:]? [A-Za-z]{2,}[,;:]? [A-Za-z]{2,}", TYPED.sub("", text))


@pytest.fixture
def in_japanese() -> Iterator[None]:
    """Have what is said be said in Japanese."""
    conversation.begin("ja")
    yield
    conversation.begin("en")


@pytest.mark.usefixtures("in_japanese")
@KINDS
def test_every_error_and_hint_is_said_in_japanese(kind: type[LedgerError]) -> None:
    """The sentence and what to do next."""
    error = kind(**values(kind))
    for english in (f"jcm: {error}", f"hint: {hint(error)}"):
        told = conversation.said(english)
        assert english_in(re.sub("no space left|one, two|word", "", told)) == [], told
        assert told.startswith(("jcm: ", "対処：")) or english == "hint: "
    given = ("", "word", "word: word", "word: jcm mark")  # what the error was given to say
    assert japanese(str(error)) or str(error) in given, error
    assert japanese(hint(error)) or hint(error) in given, error


BROKEN = """\
comittee = 1
[committee]
name = " "
sides = ["Norway", "Norway"]
[meeting."a b"]
title = 3
[meeting.x]
[organisation.committee]
name = "C"
[organisation.HAV]
name = "Institute"
side = "Peru"
part_of = "HAX"
[commitment.one]
title = "One"
meeting = "y"
owners = ["HAV", "HAV", "NASA"]
deadline = "2024-13"
strength = "firm"
paragraph = 2.10
kind = 3
[commitment.two]
owners = []
supersedes = "two"
part_of = "two"
report_every = "often"
[[progress]]
commitment = "one"
date = "soon"
[[progress]]
commitment = "three"
date = 2024-01-01
by = "nobody"
status = "done"
"""
DOUBTFUL = (
    SECOND
    + """
[field.title]
title = "T"
[field.priority]
title = "Priority"
values = ["high", "low"]
[organisation.OLD]
name = "Old \\u202e body"
side = "Chile"
[organisation.NEW]
name = "New"
side = "Norway"
succeeds = "OLD"
since = 2020-01-01
[organisation.NEXT]
name = "Next"
side = "Chile"
succeeds = "OLD"
since = 2020-01-01
[commitment.ownerless]
title = "No owners"
meeting = "oc-3"
owners = []
priority = "urgent"
part_of = "krill-survey"
supersedes = "twice"
[commitment.twice]
title = "Twice"
meeting = "oc-4"
owners = ["HAV", "HAV", "OLD"]
part_of = "ownerless"
[[progress]]
commitment = "krill-survey"
date = 2020-01-01
by = "MFA"
on_behalf_of = "SUB"
status = "completed"
evidence = ["no-such-file.pdf", "nor-this"]
happened = "2021"
[[progress]]
commitment = "krill-survey"
date = 2020-01-01
by = "OLD"
owners = ["MFA"]
deadline = "2025"
[[progress]]
commitment = "krill-survey"
date = 2020-01-01
by = "HAV"
owners = []
deadline = "2026"
[[progress]]
commitment = "krill-survey"
date = 2022-01-01
[[progress]]
commitment = "krill-survey"
date = 2022-01-01
status = "stalled"
[[progress]]
commitment = "krill-survey"
date = 2922-01-01
by = "committee"
on_behalf_of = "HAV"
note = "Later."
[check]
ignore = ["no-owner-at-all"]
"""
)


def file_of(text: str) -> Setting:
    """Return what puts a ledger with this text into a folder."""

    def put(folder: Path) -> None:
        (folder / "commitments.toml").write_text(text, encoding="utf-8")

    return put


def a_batch(folder: Path) -> None:
    """Put a ledger into the folder, and another file."""
    a_ledger(folder)
    (folder / "taken.csv").write_text("x", encoding="utf-8")


A_TABLE = """\
Action,Lead,Due date,Status,Evidence,Budget
Survey of krill,HAVS,5/6/2026,Closed,x,=A1
Count of seals,,in spring,shelved,,??
Count of seals,HAV,2026-13,,https://example.org,
"""
NO_TABLE = b"%PDF-1.7"


def tables(folder: Path) -> None:
    """Put a ledger into the folder, a table of which much is wrong, and files that are none."""
    a_ledger(folder)
    (folder / "table.csv").write_text(A_TABLE, encoding="utf-8")
    (folder / "good.csv").write_text("Action,Owner\nCount of seals,HAV\n", encoding="utf-8")
    (folder / "new.csv").write_text("Action,Owner\nCount of seals,Polar Club\n", encoding="utf-8")
    (folder / "none.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (folder / "head.csv").write_text("Action,Owner\n", encoding="utf-8")
    (folder / "broken.csv").write_text('Action,Owner\n"a,b\n', encoding="utf-8")
    (folder / "latin.csv").write_bytes("Action,Owner\nCafé,HAV\n".encode("latin-1"))
    (folder / "paper.pdf").write_bytes(NO_TABLE)
    (folder / "paper.xlsx").write_bytes(b"PK\x03\x04")


CORPUS: list[tuple[Setting, str]] = [
    *((where, typed) for where, typed, _hinted in HELPED),
    *(
        (a_ledger, typed)
        for typed in (
            "check",
            "check --strict",
            "list --sort x",
            "list --bogus",
            "list --status closed",
            "list --status xyzzy",
            "list --owner Nobody",
            "list --due 2024-13",
            "list --due FY2024-Q9",
            "list --within often",
            "list --where priority",
            "list --where priority=high",
            "list --columns nothing",
            "list --group owner --format ids",
            "list --columns id --format json",
            "list --as-of yesterday",
            "list --as-of 2024-02-30",
            "show",
            "show xyz",
            "show krill-survey extra",
            "show krill-survey --as-of 2000-01-01",
            "frobnicate",
            "mark",
            "mark krill-survey",
            "mark krill-survey done",
            "mark krill-survey done --by HAV",
            "mark krill-survey done --by HAV --on 2999-01-01",
            "mark krill-survey done --by HAV --on 2000-01-01",
            "mark krill-survey done --by HAV --happened 2999",
            "mark krill-survey done --by HAV --evidence nowhere.pdf",
            "mark krill-survey --by HAV --deadline 2025",
            "mark krill-survey --by HAV --deadline never",
            "mark krill-survey --by HAV --owners MFA",
            "mark krill-survey --by HAV --owners MFA --note n",
            "mark krill-survey done --by committee --on-behalf-of HAV",
            "mark krill-survey done --by HAV --dry-run",
            "add T --meeting oc-3 --owner HAV",
            "add T --meeting oc-3 --owner HAV --id krill-survey",
            "add T --meeting oc-3 --owner HAV --paragraph 99999999999",
            "add T --meeting oc-3 --owner HAV --id 'a b'",
            "add T --meeting oc-3 --owner HAV --kind sometimes",
            "add T --meeting oc-3 --owner HAV --field priority=high",
            "add T --meeting oc-3 --owner HAV --part-of host-oc-4 --dry-run",
            "add",
            "add meeting oc-9",
            "add meeting oc-9 --expected 2030",
            "add body X --name Y --side Peru",
            "add body X --name Y --side Chile",
            "bodies --reply-by 2000-01-01 --silent 1d",
            "log --since oc-4 --as-of 2022-01-01",
            "diff a b c",
            "diff --to 2024-01-01",
            "diff --from 2024-07-01 --to 2023-01-01",
            "report -o a.md -o a.md --format docx",
            "report -o x.md -o x.md",
            "report --format pdf",
            "report -o unknown.xyz",
            "report --pages",
            "report -o commitments.toml",
            "export -o out.ics --owner HAV --overdue --as-of 2000-01-01",
            "export --format xlsx",
            "schema -o s.json",
            "init",
            "init there --empty",
            "init there --name N",
            "init here",
            "commission",
            "commission --reply-by 2000-01-01",
            "commission --reply-by 2999-01-01",
            "commission --reply-by 2999-01-01 --owner MFA --overdue --as-of 2021-01-01 -o out",
            "git-setup",
            "undo",
            "undo --yes",
            "check nowhere.toml",
            "check --against HEAD",
            "merge-driver a b c d e",
        )
    ),
    *(
        (tables, typed)
        for typed in (
            "collect",
            "collect nowhere.xlsx",
            "collect nowhere.xlsx paper.pdf paper.xlsx latin.csv broken.csv",
            "collect none.csv",
            "collect none.csv --format html",
            "collect none.csv --note table.csv",
            "collect none.csv --on never",
            "collect none.csv --only xyz",
            "import",
            "import nowhere.csv",
            "import paper.pdf",
            "import none.csv",
            "import head.csv",
            "import table.csv --meeting oc-3 --by HAV",
            "import table.csv --meeting oc-3 --by HAV --dates dmy --status Closed=closed",
            "import table.csv --meeting oc-3 --by HAV --status Closed",
            "import table.csv --meeting oc-3 --by HAV --body Institute",
            "import table.csv --map Action",
            "import table.csv --map Action=nothing",
            "import table.csv --map Nobody=title",
            "import table.csv --map Action=title --map Lead=title",
            "import table.csv --sheet Main",
            "import good.csv",
            "import good.csv --meeting oc-3",
            "import good.csv --meeting oc-3 --yes",
            "import good.csv --meeting oc-3 --dry-run",
            "import new.csv --meeting oc-3",
        )
    ),
    (a_batch, "export -o taken.csv"),
    (a_batch, "export -o taken.csv --force"),
    (file_of(BROKEN), "list"),
    (file_of(BROKEN), "check"),
    (file_of(DOUBTFUL), "check"),
    (file_of("x = "), "check"),
    (file_of("[committee]\n<<<<<<< a\n=======\n>>>>>>> b\n"), "list"),
    (file_of("version https://git-lfs.github.com/spec/v1\n"), "list"),
    (nothing, "list --status xyzzy"),
]


SPOKEN = ("check", "mark", "add", "undo", "git-setup", "init", "export", "collect")
"""Commands of which stdout is conversation too."""


@pytest.mark.parametrize(
    ("where", "typed"), CORPUS, ids=lambda case: case if isinstance(case, str) else case.__name__
)
def test_whatever_is_typed_the_answer_is_japanese(
    jcm: Jcm,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    where: Setting,
    typed: str,
) -> None:
    """No sentence stays English; exit code, stdout and stderr are used as in English."""
    answers = []
    for lang in ("en", "ja", "both"):
        folder = tmp_path / lang
        folder.mkdir()
        where(folder)
        monkeypatch.chdir(folder)
        monkeypatch.setenv("JCM_LANG", lang)
        answers.append(jcm(*shlex.split(typed)))
    english, told, both = answers
    assert told.code == english.code == both.code != 70
    assert bool(told.err) == bool(english.err) == bool(both.err)
    assert english_in(told.err) == [], told.err
    first = typed.partition(" ")[0]
    if first in SPOKEN and "--dry-run" not in typed and typed != "export -o taken.csv":
        assert english_in(told.out) == [], told.out
    for line in told.err.splitlines():
        assert not line.startswith(("hint:", "Error:", "Usage:", "Try "))
        assert re.search("[\u3040-\u9fff]", line) or not line.startswith("jcm:"), line
    hints = [len(re.findall(r"^hint: ", both.err, re.MULTILINE))]
    hints.append(len(re.findall("^対処：", both.err, re.MULTILINE)))
    assert hints[0] == hints[1]


COMMANDS = [name for name, row in commands.COMMANDS.items() if not row.hidden]


@pytest.mark.parametrize("name", ["", *COMMANDS, "merge-driver"])
def test_help_is_japanese(jcm: Jcm, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """All of a page but its examples, which are copied; nothing is wider than the page."""
    monkeypatch.setenv("JCM_LANG", "ja")
    page = jcm(*name.split(), "--help")
    assert page.code == 0
    head, _, rest = page.out.partition("例：\n")
    _examples, _, options = rest.partition("\n\n")
    assert english_in(head) == []
    assert english_in(options) == []
    assert "オプション：" in page.out
    assert not re.search(r"^\s*[、。）」]", page.out, re.MULTILINE)


def test_a_page_in_both_languages_has_each_text_twice(
    jcm: Jcm, monkeypatch: pytest.MonkeyPatch
) -> None:
    """English first, and Japanese below it."""
    monkeypatch.setenv("JCM_LANG", "both")
    page = jcm("undo", "--help").out
    assert page.index("Take back the last entry") < page.index("最後の記録を取り消す")
    assert "Options / オプション：" in page


def test_english_stays_as_it_was(jcm: Jcm, monkeypatch: pytest.MonkeyPatch) -> None:
    """A language asked for holds for one run."""
    monkeypatch.setenv("JCM_LANG", "ja")
    assert jcm("show", "xyz").err.startswith("jcm: コミットメント")
    monkeypatch.setenv("JCM_LANG", "en")
    refused = jcm("show", "xyz")
    assert refused.err.startswith('jcm: unknown commitment "xyz"\nhint: known: ')
    assert jcm("--lang", "ja", "show", "xyz").err.startswith("jcm: コミットメント")
    assert jcm("show", "--help").out.startswith("Usage: jcm show [OPTIONS] {ID}\n")


def test_what_is_written_into_a_ledger_is_translated_by_nobody(
    jcm: Jcm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A note that says what one of our sentences says stays a note."""
    a_ledger(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JCM_LANG", "ja")
    words = ("mark", "krill-survey", "stalled", "--by", "HAV", "--note", "nothing was written")
    assert re.search('note += "nothing was written"', jcm(*words, "--dry-run").out)
    assert jcm(*words).code == 0
    assert jcm("log").out.count("nothing was written") == 1


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_list_loads_no_sentence_of_the_conversation(tmp_path: Path, lang: str) -> None:
    """Nobody waits for what is not said."""
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr))\n"
        "from jcm_ledger.commands import run\n"
        "run(sys.argv[1:])"
    )
    words = ["--ledger", str(SHIPPED), "list", "--format", "table"]
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=tmp_path,
        env=os.environ | {"JCM_LANG": lang},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = done.stderr.splitlines()[-1].split()
    assert "jcm_ledger.commands.list" in loaded
    assert not [name for name in loaded if ".messages" in name]


def test_questions_are_asked_in_japanese(tmp_path: Path) -> None:
    """At a terminal, with what was wrong with an answer; y and n stay."""
    a_ledger(tmp_path)
    japanese_terminal = {"JCM_LANG": "ja"}
    shown, code = at_a_terminal(
        "add", "meeting", cwd=tmp_path, environment=japanese_terminal,
        answers="oc-3\noc-9\n\nsoon\n2030-01-01\n\n\n\n\n",
    )  # fmt: skip
    assert code == 0, shown
    assert english_in(shown) == [], shown
    for said in (
        "ID（例：jcm-13）: ",
        "エラー：会合「oc-3」は既にあります",
        "開催日",
        "追加しました。",
    ):
        assert said in shown
    shown, code = at_a_terminal(
        "undo", cwd=tmp_path, answers="n\n", environment=japanese_terminal, size=(24, 60)
    )
    assert code == 3
    assert "取り消せる進捗記録がありません" in shown.replace("\r\n", "")
    file_of(SECOND)(tmp_path)
    shown, code = at_a_terminal("undo", cwd=tmp_path, answers="n\n", environment=japanese_terminal)
    assert (code, "取り消しますか？ [y/N]: " in shown, "記録はそのままです" in shown) == (
        3,
        True,
        True,
    )


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_terminal_folds_what_is_said(tmp_path: Path, width: int) -> None:
    """Between Japanese letters, no line begins with a full stop; a command stays whole."""
    a_ledger(tmp_path)
    shown, _code = at_a_terminal(
        "diff", cwd=tmp_path, environment={"JCM_LANG": "ja"}, size=(24, width)
    )
    lines = shown.replace("\r", "").splitlines()
    assert len(lines) > 2
    for line in lines:
        assert cell_len(line) <= width or "git add" in line or "jcm diff" in line, line
        assert not line.startswith(("。", "、", "）", "」"))
    assert "jcm diff --from 2024-07-01" in lines[-1]
