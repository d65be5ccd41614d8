"""Every format read back into fields that can be compared, in the spelling of the data."""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import docx
import html5lib
from ical.calendar_stream import IcsCalendarStream
from markdown_it import MarkdownIt
from openpyxl import load_workbook

AS_OF = "2024-08-01"

TIMINGS = (
    "overdue",
    "due-soon",
    "review-due",
    "not-due",
    "undated",
    "met-late",
    "met",
    "closed",
)

Facts = dict[str, str]
"""What a document tells of one thing, field by field, as the data spells it; "" for nothing."""

Told = dict[str, Facts]
"""The facts by what they are about."""


def plain(value: object) -> str:
    """Return a value of JSON or of a workbook as a table of text spells it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(map(str, value))
    return str(value).removesuffix(" 00:00:00")


def from_csv(document: str) -> Iterator[Facts]:
    """Yield the facts of each line of CSV."""
    yield from csv.DictReader(StringIO(document.removeprefix("\ufeff"), newline=""))


def from_tsv(document: str) -> Iterator[Facts]:
    """Yield the facts of each line of tab-separated values."""
    header, *lines = (line.split("\t") for line in document.splitlines())
    yield from (dict(zip(header, line, strict=True)) for line in lines)


def from_record(record: dict[str, Any]) -> Facts:
    """Return the facts of a commitment in JSON."""
    deadline = record["deadline"] or dict.fromkeys(
        ("period", "text", "first", "last", "original", "slip_days")
    )
    alike = [
        "id", "title", "summary", "meeting", "paragraph", "theme", "strength", "kind", "owners",
        "owners_inferred", "status", "timing", "age_days", "review_date", "days_left", "deadline_text",
    ]  # fmt: skip
    last = record["last_progress"]
    facts = {name: plain(record[name]) for name in alike}
    facts |= {name: plain(deadline[name]) for name in ("first", "last", "original", "slip_days")}
    facts |= {f"status_{side}": plain(status) for side, status in record["by_side"].items()}
    facts |= {"deadline": plain(deadline["period"]), "last_progress": last["date"] if last else ""}
    assert deadline["text"] in (None, record["deadline_text"])
    alike = ["to_confirm", "silent_sides", "closed_on", "part_of", "superseded_by", "stated_owners"]
    facts |= {name: plain(record[name]) for name in alike}
    facts["done"] = plain(record["done"] and record["done"]["period"])
    facts |= {f"field_{name}": value for name, value in record["fields"].items()}
    if "frameworks" in record:
        facts["frameworks"] = "; ".join(record["frameworks"])
    return facts


def from_json(document: str) -> Iterator[Facts]:
    """Yield the facts of each commitment."""
    found = json.loads(document)
    yield from map(from_record, found.get("commitments") or [found["commitment"]])


def in_data(word: str) -> str:
    """Return the word of the data for a status in words; "" where there is none."""
    absent = ("nothing on file", "no status on file", "")
    word = word.partition(", say")[0].lower()
    return "" if word in absent else word.replace(" ", "-")


def said(name: str, words: str) -> Iterator[tuple[str, str]]:  # noqa: C901, PLR0912 - a case a line
    """Yield the fields that a line of a document for people tells, in the spelling of the data."""
    match name:
        case "Id" | "Theme" | "Kind" | "Summary" | "Meeting" | "Paragraph" | "Original deadline":
            yield {"Original deadline": "original"}.get(name, name.lower()), words
        case "Part of" | "Superseded by" | "To confirm" | "Done":
            yield name.lower().replace(" ", "_"), words.partition(", since ")[0]
        case "Owners as stated":
            yield "stated_owners", words
        case "Priority":
            yield "field_priority", words
        case "Owners":
            yield "owners", words.removesuffix(" (inferred)")
            yield "owners_inferred", "yes" if words.endswith(" (inferred)") else "no"
        case "Deadline":
            yield from said_of_deadline(words)
        case "Deadline as stated":
            yield "deadline_text", "" if words == "none stated" else words.strip("“”")
        case "Review by":
            yield "review_date", words.removesuffix(", after the next meeting")
        case "Timing":
            yield "timing", next(each for each in TIMINGS if words_of(each, words))
            days = re.search(r"(by|in|,) ([\d,]+) days?", words)
            left = days[2].replace(",", "") if days else "0" if words == "due today" else ""
            left = "" if words.startswith("met") else left
            rough = re.search(r"month|year", words) and not words.startswith("met")
            if not words.startswith(("review", "undated")) and not rough:  # else no exact count
                yield "days_left", f"-{left}" if words.startswith("overdue") else left
        case "Status":
            yield "status", in_data(words)
        case "Wording":
            yield "strength", words.partition(":")[0]
        case "Under":
            yield "frameworks", words
        case _ if name.startswith("Status, "):
            yield f"status_{name.removeprefix('Status, ')}", in_data(words)


def words_of(timing: str, words: str) -> bool:
    """Return whether these words tell a timing."""
    due = ("due in ", "due today") if timing == "due-soon" else ()
    return words.startswith((timing.replace("-", " "), *due)) and not (
        timing == "met" and words.startswith("met late")
    )


def said_of_deadline(words: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of a deadline in words; of one that never moved, or moved back, fewer."""
    if words == "none" or words.startswith("“"):
        yield "deadline", ""
        return
    period, _, moved = words.partition(" (was ")
    yield "deadline", period
    if moved:
        original, _, slip = moved.partition(", ")
        yield "original", original
        yield "slip_days", slip.partition(" ")[0].replace("+", "").replace(",", "")


def told_by(pairs: Iterable[tuple[str, str]]) -> Facts:
    """Return the facts in names and words of people, with what their absence says."""
    facts = {"review_date": "", "frameworks": "", "strength": ""}
    for name, words in pairs:
        facts |= said(name, words)
    return facts


def from_markdown(document: str) -> Iterator[Facts]:
    """Yield the facts of the annex: a heading, and a list of names and words."""
    found: dict[str, list[tuple[str, str]]] = {}
    title = ""
    annex = document.partition("## Annex")[2].partition("\n")[2]
    tokens = MarkdownIt("commonmark").parse(annex)
    for before, token in pairwise(tokens):
        if token.type == "inline":
            text = "".join(child.content for child in token.children or [])
            if before.type == "heading_open":
                title = text
            elif token.level > 1:
                name, _, words = text.partition(": ")
                words = ids(words) if name == "Owners" else words
                found.setdefault(title, []).append((name, words))
            elif text != "On file:":
                found.setdefault(title, []).append(("Summary", text))
    for title, pairs in found.items():
        yield {"title": title, "summary": "", **told_by(pairs)}


def text_of(element: ET.Element | None) -> str:
    """Return the text within an element."""
    return "" if element is None else "".join(element.itertext()).strip()


def from_html(document: str) -> Iterator[Facts]:
    """Yield the facts of the annex of the page."""
    page = html5lib.parse(document, namespaceHTMLElements=False)
    for article in page.findall(".//article"):
        pairs = [
            (text_of(each.find("dt")), text_of(each.find("dd"))) for each in article.iter("div")
        ]
        pairs = [(name, ids(words) if name == "Owners" else words) for name, words in pairs]
        summary = article.find("p[@class='note']")
        about = {"title": text_of(article.find("h3")), "summary": text_of(summary)}
        yield about | told_by(pairs)


def from_html_table(document: str) -> Iterator[Facts]:
    """Yield the facts of the table of the page."""
    page = html5lib.parse(document, namespaceHTMLElements=False)
    for row in page.findall(".//table[@id='commitments']/tbody/tr"):
        cells = {cell.get("data-label", ""): cell for cell in row.findall("td")}
        facts = {"title": text_of(row.find("th")), "last": cells["Deadline"].get("data-key", "")}
        for name, cell in cells.items():
            facts |= said(name, text_of(cell))
        facts["last_progress"] = text_of(cells["Last entry"]).replace("none", "")
        facts["theme"] = facts["theme"].replace("No theme", "").lower()
        assert row.get("data-status") == (facts["status"] or "none")
        assert row.get("data-timing") == facts["timing"]
        yield facts


_WORD_DEADLINE = re.compile(r"(.*?)(?:; “(.*)”)?(?:; review by (.*))?")


def from_word(document: bytes) -> Iterator[Facts]:
    """Yield the facts of the table in the annex: a row for the head, then one with the facts."""
    _titles, *rows = docx.Document(BytesIO(document)).tables[-1].rows
    for head, facts in zip(rows[::2], rows[1::2], strict=True):
        about, *summary = head.cells[0].text.split("\n")
        lines = dict(line.split(": ", 1) for line in facts.cells[0].text.split("\n"))
        meeting, *source = lines.pop("Source").split("; ")
        found = _WORD_DEADLINE.fullmatch(lines.pop("Deadline"))
        assert found
        deadline, stated, review = found.groups()
        status, *said_of = lines.pop("Status").split("; ")
        sides = [each for each in said_of if ": " in each]
        lines["Owners"] = ids(lines["Owners"].partition("; the statement names")[0])
        pairs = [*lines.items(), ("Deadline", deadline or f"“{stated}”"), ("Status", status)]
        pairs += [("Review by", review)] if review else []
        under = [line.removeprefix("under ") for line in source if line.startswith("under ")]
        yield told_by([*pairs, *map(_named, map(_halves, sides))]) | {
            "title": about.split(" · ")[0], "id": about.split(" · ")[1],
            "summary": "".join(summary), "meeting": meeting,
            "deadline_text": stated or deadline.strip("“”") * deadline.startswith("“"),
            "strength": "agreed" if "agreed" in source else "", "frameworks": "; ".join(under),
        }  # fmt: skip


def ids(owners: str) -> str:
    """Return the ids of owners that are given with their names: "A, Body A; B, Body B"."""
    bare = owners.removesuffix(" (inferred)")
    names = ", ".join(each.partition(", ")[0] for each in bare.split("; "))
    return names + owners[len(bare) :]


def _halves(line: str) -> tuple[str, str]:
    name, _, words = line.partition(": ")
    return name, words


def _named(fact: tuple[str, str]) -> tuple[str, str]:
    """Return a line under the status with the name that it has elsewhere."""
    name, words = fact
    return (name if name in ("Done", "Superseded by") else f"Status, {name}"), words


def from_excel(document: bytes) -> Iterator[Facts]:
    """Yield the facts of the sheet of commitments."""
    for row in sheet(document, "Commitments"):
        facts = {"title": row["Commitment"], "deadline_text": row.pop("Deadline as stated")}
        for name, words in row.items():
            facts |= said(name, words)
        facts |= {
            "days_left": row["Days left"], "last": row["Last day"], "slip_days": row["Slip in days"],
            "last_progress": row["Last entry"], "kind": row["Kind"].replace(" ", "-"),
            "theme": row["Theme"].replace("No theme", "").lower(), "original": row["Original deadline"],
        }  # fmt: skip
        yield facts


def sheet(document: bytes, name: str) -> Iterator[Facts]:
    """Yield the lines of a worksheet by their headings."""
    headings, *lines = load_workbook(BytesIO(document))[name].values
    for line in lines:
        yield dict(zip(map(str, headings), map(plain, line), strict=True))


def from_calendar(document: str) -> Iterator[Facts]:
    """Yield the facts in the descriptions of the commitments' events, and of their days."""
    for event in IcsCalendarStream.calendar_from_ics(document).events:
        found = re.fullmatch(r".+?: (.+) due( for review)?(?: \(.+\))?", str(event.summary))
        if not found:
            continue  # a meeting
        lines = str(event.description).replace(f" on {AS_OF}: ", ": ").split("\n")
        day = "review_date" if found[2] else "last"
        facts = {"title": found[1], day: str(event.dtstart)}
        for line in lines:
            facts |= said(*_halves(line))
            if line.startswith("As stated: "):
                facts["deadline_text"] = _halves(line)[1].strip("“”")
        yield facts


def from_terminal(document: str) -> Iterator[Facts]:
    """Yield the facts of a page of `jcm show`."""
    title, name, *lines = map(str.rstrip, document.splitlines())
    facts = {"title": title, "id": name, "review_date": ""}
    for line in lines:
        found = re.match(r"(\S+(?: \S+)*)  +(\S.*)$", line)
        label, words = (found[1], found[2]) if found else ("", "")
        if label in ("Timing", "Status", "Kind", "Theme", "Wording") or label.startswith(
            "Status, "
        ):
            facts |= said(label, words)
        elif label == "Review":
            facts["review_date"] = words.removeprefix("due after ")
        elif label == "Age":
            facts["age_days"] = words.partition(" ")[0].replace(",", "")
        elif label == "Deadline" and not words.startswith("none"):
            period, _, days = words.partition(": ")
            if days:  # else it is that day alone
                facts |= {"deadline": period, "last": days.rpartition(" ")[2]}
            else:
                facts["last"] = period
        elif label == "Deadline":
            facts |= {"deadline": "", "last": ""}
        elif moved := re.search(r"moved from (\S+): ([+-][\d,]+) day", line):
            facts |= {"original": moved[1], "slip_days": moved[2].lstrip("+").replace(",", "")}
    yield facts
