"""A report as a folder of pages: they are there, lead to each other, and can be read alone."""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import html5lib
import pytest

from examples import make_commitment, make_entry, make_ledger
from jcm_ledger.model.ledger import Ledger
from jcm_ledger.render.html.folder import MARK, file_name, pages
from jcm_ledger.render.outline import outline
from jcm_ledger.render.outline.folder import folder
from jcm_ledger.render.phrases import ENGLISH, speak
from jcm_ledger.rules.query import Query, select
from jcm_ledger.rules.report import all_days, build
from pages import AS_OF, HOSTILE, every_kind, hostile_ledger, shipped


def folder_of(
    ledger: Ledger, day: date = AS_OF, *, brief: bool = False, lang: str = ENGLISH
) -> dict[str, str]:
    """Return the pages of a ledger's report by their paths."""
    found = select(ledger, day, Query())
    report = build(ledger, found, name="l.toml", as_of=day, window=all_days(day))
    say = speak(lang, ledger.bodies)
    return dict(pages(folder(outline(report, say, brief=brief), report, say)))


def read(page: str) -> Element:
    """Return a page as a parser that forgives nothing understands it."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(page)
    return tree


def links(page: Element) -> Iterator[str]:
    """Yield the addresses that a page leads to in its own folder."""
    for link in page.iter("a"):
        href = link.get("href", "")
        if href and "://" not in href:
            yield href


def followed(path: str, address: str) -> tuple[str, str]:
    """Return the path and the fragment that an address on a page leads to."""
    file, _, fragment = address.partition("#")
    parts = list(PurePosixPath(path).parent.parts) if file else [path]
    for part in file.split("/") if file else ():
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts), fragment


def test_there_is_a_page_a_commitment_and_one_a_body() -> None:
    """All of the report, and the report itself as the first page."""
    ledger = shipped()
    made = folder_of(ledger)
    owners = {owner for each in ledger.commitments.values() for owner in each.owners}
    assert set(made) == {
        "index.html",
        *(f"c/{name}.html" for name in ledger.commitments),
        *(f"b/{owner}.html" for owner in owners),
    }
    assert all(MARK in page for page in made.values())


@pytest.mark.parametrize("brief", [False, True])
@pytest.mark.parametrize("ledger_of", [shipped, every_kind])
def test_every_link_between_pages_has_its_target(ledger_of: object, brief: bool) -> None:  # noqa: FBT001 - a parameter
    """Each address is relative, and the file and the place that it names are there."""
    assert callable(ledger_of)
    made = {path: read(page) for path, page in folder_of(ledger_of(), brief=brief).items()}
    for path, page in made.items():
        for address in links(page):
            file, fragment = followed(path, address)
            assert file in made, (path, address)
            if fragment:
                ids = {each.get("id") for each in made[file].iter()}
                assert fragment.partition("?")[0] in ids, (path, address)


def test_the_first_page_leads_to_every_other_and_each_leads_back() -> None:
    """A commitment's page is reached from its dossier, a body's from the table of bodies."""
    made = {path: read(page) for path, page in folder_of(shipped()).items()}
    reached = {followed("index.html", address)[0] for address in links(made["index.html"])}
    assert reached == set(made)
    for path, page in made.items():
        assert path == "index.html" or "index.html" in {followed(path, a)[0] for a in links(page)}


def test_a_page_of_a_body_leads_to_what_it_owns_in_the_table() -> None:
    """Its figures open the table of all commitments, narrowed as the address says."""
    made = folder_of(shipped())
    assert {"../index.html#all?owner=METI", "../index.html#all?owner=METI&timing=overdue"} <= set(
        links(read(made["b/METI.html"]))
    )
    brief = folder_of(shipped(), brief=True)
    assert not [each for each in links(read(brief["b/METI.html"])) if "?" in each]


def test_a_page_of_a_commitment_has_every_entry() -> None:
    """Each note on file, and each reason of a moved deadline, is on the page of its commitment."""
    ledger = every_kind()
    made = folder_of(ledger)
    for entry in ledger.journal:
        if entry.note:
            assert entry.note in made[f"c/{entry.commitment}.html"]


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("METI", "METI"),
        ("a.b_c-1", "a.b_c-1"),
        ("半導体", "~e58d8a~e5b08e~e4bd93"),
        ("con", "~con"),
        ("NUL.txt", "~NUL.txt"),
        ("../../etc", "..~2f..~2fetc"),
        ("a:b*c", "a~3ab~2ac"),
    ],
)
def test_an_id_is_a_file_name_on_any_system(id_: str, name: str) -> None:
    """What a file system might read, fold or refuse is written in plain letters."""
    assert file_name(id_) == name


def test_a_long_id_is_cut_and_stays_apart_from_another() -> None:
    """Two that begin alike have names that differ, and neither is too long."""
    names = {file_name("半" * 200 + end) for end in "ab"}
    assert len(names) == 2
    assert max(map(len, names)) < 120


def test_ids_that_differ_in_case_alone_have_files_of_their_own() -> None:
    """A file system that folds case keeps both pages."""
    made = folder_of(make_ledger(make_commitment("talks"), make_commitment("Talks")))
    names = [path for path in made if path.startswith("c/")]
    assert len({name.lower() for name in names}) == 2
    titles = {read(made[name]).find(".//code").text for name in names}  # type: ignore[union-attr]
    assert titles == {"talks", "Talks"}


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_text_stays_text_on_every_page(evil: str) -> None:
    """No page has another element than the same page of harmless words, and no name leaves."""
    made, harmless = folder_of(hostile_ledger(evil)), folder_of(hostile_ledger("plain"))
    assert len(made) == len(harmless)
    for (path, page), other in zip(made.items(), harmless.values(), strict=True):
        assert path.count("/") <= 1
        assert not path.startswith(("/", "."))
        assert unquote(path) == path
        assert [each.tag for each in read(page).iter()] == [each.tag for each in read(other).iter()]


def test_an_overdue_commitment_is_on_the_pages_of_its_owners() -> None:
    """A body's page has what it owns by deadline, and how much of it is late."""
    ledger = make_ledger(
        make_commitment("late", title="Late", deadline="2024"),
        make_commitment("later", title="Later", owners=("A",), deadline="2030"),
        journal=[make_entry("2024-01-01", "in-progress", by="A", commitment="late")],
    )
    page = read(folder_of(ledger)["b/A.html"])
    assert [each.text for each in page.findall(".//tbody/tr/th/a")] == ["Late", "Later"]
    figures = page.findall(".//main//dd")
    assert ["".join(each.itertext()).strip() for each in figures] == ["2", "2", "1"]
