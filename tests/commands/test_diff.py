"""jcm diff, and jcm check --against."""

from pathlib import Path

import msgspec
import pytest
from markdown_it import MarkdownIt

from conftest import Jcm
from examples import SECOND
from jcm_ledger.commands import output
from sharing.world import git

ENTRY = '\n[[progress]]\ncommitment = "krill-survey"\ndate = 2022-06-01\nby = "SUB"\n'
DONE = (
    ENTRY + 'status = "completed"\nnote = "Counted [all]."\nevidence = ["https://example.org/x"]\n'
)
LAST = '[[progress]]\ncommitment = "data-exchange"'


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the tests' ledger in a folder of a repository, committed; the current folder."""
    monkeypatch.delenv("GIT_DIR", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    folder = tmp_path / "oceans"
    folder.mkdir()
    ledger = folder / "commitments.toml"
    ledger.write_text(SECOND, encoding="utf-8", newline="")
    commit(ledger)
    monkeypatch.chdir(folder)
    return ledger


def commit(ledger: Path, text: str = "") -> None:
    """Commit the ledger, with another text if one is given."""
    if text:
        ledger.write_text(text, encoding="utf-8", newline="")
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    git(ledger.parent, "add", ledger.name)
    git(ledger.parent, *identity, "commit", "--quiet", "--message=Go on")


def test_what_changed_since_the_last_commit_is_told(
    jcm: Jcm, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With who reported it and what it rests on, on a terminal and in Markdown."""
    shared.write_text(SECOND + DONE, encoding="utf-8")
    page = jcm("diff").out
    assert "- Status: stalled → in progress (HAV, 2021-09-01)" in page
    assert "Ledger: commitments.toml. 1 new entry." in page
    assert "Counted [all]." in MarkdownIt().render(page)
    assert '<a href="https://example.org/x">' in MarkdownIt().render(page)
    monkeypatch.setattr(output, "on_terminal", lambda: True)
    for width in ("40", "120"):
        monkeypatch.setenv("COLUMNS", width)
        table = jcm("diff").out
        assert "https://example.org/x" in table
        assert "Counted [all]." in table
        assert "Ledger: commitments.toml, from HEAD to now." in " ".join(table.split())


def test_revisions_are_compared_with_each_other_or_with_now(jcm: Jcm, shared: Path) -> None:
    """Without a second one, what is in the file counts, committed or not."""
    commit(shared, SECOND + DONE)
    commit(shared, (SECOND + DONE).replace('"Joint krill survey"', '"Krill"'))
    git(shared.parent, "tag", "v2", "HEAD~1")
    shared.write_text(SECOND + DONE, encoding="utf-8")
    assert jcm("diff", "HEAD~2", "v2").out == jcm("diff", "HEAD~2").out.replace("now", "v2")
    edited = jcm("diff", "HEAD~1", "main").out
    assert (
        "edited: commitment krill-survey, Krill\n  - title: “Joint krill survey” → “Krill”"
        in edited
    )
    assert "Nothing changed." in jcm("diff", "HEAD~1").out
    assert jcm("diff", "HEAD~3").code == 3


def test_a_vanished_entry_is_told_first(jcm: Jcm, shared: Path) -> None:
    """Whatever else changed: a ledger is only ever added to."""
    shared.write_text(SECOND.partition(LAST)[0] + DONE, encoding="utf-8")
    page = jcm("diff").out
    assert "1 entry vanished, 1 new entry." in page
    assert page.index("## Vanished") < page.index("## Progress")
    assert "data-exchange, nobody named: Asked both sides." in page
    table = jcm("diff", "--format", "table").out
    assert table.startswith("VANISHED: 1 entry")
    document = msgspec.json.decode(jcm("diff", "--format", "json").out)
    assert [each["entry"]["commitment"] for each in document["vanished"]] == ["data-exchange"]
    assert document["progress"][0]["status"] == {"before": "stalled", "after": "in-progress"}


def test_two_days_are_compared_by_the_journal_without_git(jcm: Jcm, ledger_file: Path) -> None:
    """From the end of the first to the end of the last; a meeting stands for its day."""
    done = jcm("--ledger", ledger_file, "diff", "--from", "oc-3", "--to", "2021-12-01")
    assert done.code == 0
    assert "# Changes from 2021-03-10 to 2021-12-01" in done.out
    assert "Status: nothing on file → stalled (SUB, 2021-12-01)" in done.out
    assert "Deadline: 2022-Q1 → 2022-H2, +275 days (SUB, 2021-12-01)" in done.out
    later = jcm("--ledger", ledger_file, "diff", "--from", "2021-12-01", "--format", "json")
    document = msgspec.json.decode(later.out)
    assert [each["commitment"] for each in document["progress"]] == ["data-exchange"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["a", "b", "c"], 2, "two revisions at most"),
        (["HEAD", "--from", "2021-01-01"], 2, "two revisions at most"),
        (["--to", "2021-01-01"], 2, "--to needs --from"),
        (["--from", "2022-01-01", "--to", "2021-01-01"], 3, "2022-01-01 comes after 2021-01-01"),
        (["--from", "oc-9"], 3, 'unknown meeting "oc-9"'),
        (["--from", "2021"], 3, '"2021" is not a date'),
        (["nowhere"], 3, 'git knows no revision "nowhere" here'),
        (["HEAD:oceans"], 3, 'git knows no revision "HEAD:oceans" here'),
        (["--", "--output=x"], 3, '"--output=x" is no revision'),
        ([""], 3, '"" is no revision'),
    ],
)
def test_what_cannot_be_compared_is_refused(
    jcm: Jcm, shared: Path, arguments: list[str], code: int, said: str
) -> None:
    """The hint says what can."""
    done = jcm("diff", *arguments)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert sorted(each.name for each in shared.parent.iterdir()) == ["commitments.toml"]


def test_what_git_does_not_have_is_named(
    jcm: Jcm, shared: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An untracked ledger, one that came later, a shallow clone, no repository and no git."""
    new = shared.with_name("new.toml")
    new.write_text(SECOND, encoding="utf-8")
    done = jcm("diff", "--ledger", "new.toml")
    assert "new.toml is not in revision HEAD" in done.err
    assert "git add new.toml" in done.err
    commit(new)
    assert "git log --follow" in jcm("diff", "HEAD~1", "--ledger", "new.toml").err

    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{tmp_path}", "shallow")
    monkeypatch.chdir(tmp_path / "shallow" / "oceans")
    assert "git fetch --unshallow" in jcm("diff", "HEAD~1").err

    monkeypatch.chdir(tmp_path.parent)
    assert "built-in is in no git repository" in jcm("diff").err
    (tmp_path.parent / "alone.toml").write_text(SECOND, encoding="utf-8")
    done = jcm("diff", "--ledger", "alone.toml")
    assert "alone.toml is in no git repository" in done.err
    assert "jcm diff --from" in done.err
    monkeypatch.setenv("PATH", "")
    done = jcm("diff", "--ledger", shared)
    assert (done.code, "git cannot be run" in done.err) == (3, True)


def test_a_work_tree_of_the_callers_is_asked_from_anywhere(
    jcm: Jcm, shared: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where the ledger lies in it and no .git is above; paths are from the caller's folder."""
    shared.write_text(SECOND + DONE, encoding="utf-8")
    (tmp_path / ".git").rename(tmp_path / "store")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.setenv("GIT_DIR", "../store")
    monkeypatch.setenv("GIT_WORK_TREE", "..")
    assert "1 new entry" in jcm("diff", "--ledger", "../oceans/commitments.toml").out
    assert jcm("check", "--against", "HEAD", "--ledger", shared).code == 0
    monkeypatch.setenv("GIT_DIR", "nowhere")
    done = jcm("diff", "--ledger", "../oceans/commitments.toml")
    assert done.code == 3
    assert "/nowhere, which is no git repository" in done.err
    assert "unset GIT_DIR" in done.err


def test_before_the_first_commit_it_says_so(
    jcm: Jcm, ledger_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is given as a shell needs it."""
    git(ledger_file.parent, "init", "--quiet")
    monkeypatch.chdir(ledger_file.parent)
    ledger_file.rename("two words.toml")
    done = jcm("diff", "--ledger", "two words.toml")
    assert done.code == 3
    assert "there is no commit here yet: git add 'two words.toml', then git commit" in done.err


def test_markers_that_were_committed_are_not_to_be_merged_again(jcm: Jcm, shared: Path) -> None:
    """A revision is as it is: another one has to do."""
    commit(shared, SECOND + "<<<<<<< HEAD\n=======\n>>>>>>> x\n")
    commit(shared, SECOND)
    done = jcm("diff", "HEAD~1")
    assert done.code == 3
    assert "HEAD~1:commitments.toml:77: git's conflict markers" in done.err
    assert "name another revision" in done.err
    assert "git checkout" not in done.err


def test_a_revision_that_is_no_ledger_is_named(jcm: Jcm, shared: Path) -> None:
    """With its line, as any ledger that cannot be read."""
    commit(shared, "[committee\n")
    shared.write_text(SECOND, encoding="utf-8")
    assert "HEAD:commitments.toml:1: invalid TOML" in jcm("diff").err
    assert "HEAD:commitments.toml:1: invalid TOML" in jcm("check", "--against", "HEAD").err


def test_check_against_a_revision_fails_for_what_is_gone_or_altered(jcm: Jcm, shared: Path) -> None:
    """What was added since is fine, and so is an entry in another place or layout."""
    commit(shared, SECOND + DONE)
    shared.write_text(SECOND + DONE.replace(" = ", "=") + DONE.replace("06", "07"), "utf-8")
    assert jcm("check", "--against", "HEAD").code == 0
    shared.write_text(SECOND.partition(LAST)[0] + DONE.replace("Counted", "Ate"), "utf-8")
    done = jcm("check", "--against", "HEAD")
    assert done.code == 1
    assert "commitments.toml:1: error: data-exchange, entry of 2022-05-05 by nobody" in done.out
    assert "krill-survey, entry of 2022-06-01 by SUB: HEAD has it in other words" in done.out
    annotated = jcm("check", "--against", "HEAD", "--format", "github").out
    assert "title=entry-vanished" in annotated
    assert jcm("check", "--against", "HEAD~1").code == 1
    assert jcm("check", "--against", "nowhere").code == 3


def test_an_entry_that_could_not_be_read_then_is_not_missed(jcm: Jcm, shared: Path) -> None:
    """A typing error in the past may be put right."""
    commit(shared, SECOND + DONE.replace("completed", "complete"))
    shared.write_text(SECOND + DONE, encoding="utf-8")
    assert jcm("check", "--against", "HEAD").code == 0
    shared.write_text(SECOND, encoding="utf-8")
    done = jcm("check", "--against", "HEAD")
    assert done.code == 1
    assert "krill-survey, entry of 2022-06-01 by SUB: HEAD has it, and it is gone" in done.out


@pytest.mark.parametrize("key", ['status-ref = "A 1"', "evidence = []", "seen.by = 1"])
def test_a_key_that_jcm_does_not_know_is_part_of_an_entry(jcm: Jcm, shared: Path, key: str) -> None:
    """It is kept, so nobody may take it out or put another in."""
    commit(shared, SECOND + ENTRY + f'note = "x"\n{key}\n')
    shared.write_text(SECOND + ENTRY + 'note = "x"\n', "utf-8")
    done = jcm("check", "--against", "HEAD")
    assert done.code == 1
    assert "HEAD has it in other words [entry-altered]" in done.out


def test_the_built_in_ledger_has_no_revisions(
    jcm: Jcm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is in no repository of yours."""
    monkeypatch.chdir(tmp_path)
    assert "built-in is in no git repository" in jcm("check", "--against", "HEAD").err
