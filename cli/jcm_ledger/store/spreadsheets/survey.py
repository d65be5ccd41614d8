"""What is in a workbook's archive, before openpyxl builds anything of it.

A small file can unpack to gigabytes, name a cell in the last row, merge a million cells or have
entities that multiply: each is refused here, by sizes that stand in the archive and by one pass of
the parser over each part, which keeps nothing.
"""

import re
import zlib
from collections.abc import Mapping
from io import BytesIO
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile, ZipInfo

from jcm_ledger.errors.spreadsheets import (
    BrokenSpreadsheet,
    NotASpreadsheet,
    OversizedSpreadsheet,
)
from jcm_ledger.model.spreadsheet import letters_of, place_of
from jcm_ledger.store.spreadsheets.limits import (
    LARGEST,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    SHRINK,
)

_MOST_PARTS = 2_000
_DEEPEST = 100  # elements within elements
_MOST_ELEMENTS = 5 * MOST_CELLS
"""Those of all parts: a cell is two or three, and each takes openpyxl some microseconds."""
_MOST_ELSEWHERE = MOST_CELLS // 2
"""Those of a part that is no sheet and not the texts of sheets: openpyxl is slower with these."""
_LONGEST_FORMULA = 8_192  # letters: what Excel allows
_OPEN_AND_SAVE = "open it in a spreadsheet program, and save it as “Excel Workbook (.xlsx)”"
_TEXTS = "xl/sharedstrings.xml"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_DROPPED = re.compile(r"(xl/)?(drawings|media|charts|activeX|ctrlProps|printerSettings)/|.*\.bin$")
_STRICT = "http://purl.oclc.org/ooxml"


def parts(content: bytes, name: str) -> dict[str, bytes]:
    """Return the parts of a workbook that are read, unpacked, by name; raise CannotRead.

    Pictures, drawings and macros are left packed. A part that is XML has no DOCTYPE, and the sheets
    are no larger than `limits` allows.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            infos = archive.infolist()
            _refuse_large(infos, name)
            _refuse_other_archives({info.filename for info in infos}, name)
            found = {
                info.filename: _unpacked(archive, info)
                for info in infos
                if not _DROPPED.match(info.filename) and not info.is_dir()
            }
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as e:
        raise BrokenSpreadsheet(name, f"its archive is damaged: {_lowered(e)}") from None
    except OSError as error:
        raise BrokenSpreadsheet(name, f"its archive is damaged: {_lowered(error)}") from None
    _refuse_strict(found, name)
    _look(found, name)
    return found


def _unpacked(archive: ZipFile, info: ZipInfo) -> bytes:
    """Return a part, of which no more is unpacked than the archive says that there is."""
    with archive.open(info) as part:
        return part.read(info.file_size + 1)


def _lowered(error: Exception) -> str:
    text = str(error) or type(error).__name__
    return text[:1].lower() + text[1:]


def _refuse_large(infos: list[ZipInfo], name: str) -> None:
    size = sum(info.file_size for info in infos)
    if size > LARGEST:
        what = f"it unpacks to {size / 1_000_000:,.0f} MB, and more than {LARGEST // 1_000_000} MB"
        raise OversizedSpreadsheet(name, f"{what} are not read", SHRINK)
    if len(infos) > _MOST_PARTS:
        what = f"its archive has {len(infos):,} parts, and more than {_MOST_PARTS:,} are not read"
        raise OversizedSpreadsheet(name, what, SHRINK)
    if any(info.flag_bits & 1 for info in infos):
        raise NotASpreadsheet(
            name, "an archive with a password", "unpack it, and use the workbook in it"
        )


def _refuse_other_archives(names: set[str], name: str) -> None:
    """Raise NotASpreadsheet for an archive that is no workbook of Excel."""
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        what = "an OpenDocument file (.ods)"
    elif "xl/workbook.bin" in names:
        what = "a binary workbook (.xlsb)"
    elif "word/document.xml" in names:
        what = "a Word document"
        raise NotASpreadsheet(name, what, "the answers belong in the workbook that was sent")
    elif any(each.startswith("Index/") and each.endswith(".iwa") for each in names):
        what = "a document of Apple Numbers"
    elif "[Content_Types].xml" in names:
        return
    else:
        raise NotASpreadsheet(name, "an archive", "unpack it, and use the workbook in it")
    raise NotASpreadsheet(name, what, _OPEN_AND_SAVE)


def _refuse_strict(found: Mapping[str, bytes], name: str) -> None:
    if _STRICT.encode() in found.get("xl/workbook.xml", b""):
        what = "a workbook in “Strict Open XML”"
        raise NotASpreadsheet(name, what, _OPEN_AND_SAVE)


def _look(found: Mapping[str, bytes], name: str) -> None:
    """Parse each part of XML once, and refuse what would take too much."""
    cells = elements = 0
    for part, content in found.items():
        if part.lower().endswith((".xml", ".rels", ".vml")):
            survey = _PartSurvey(name, part)
            survey.look(content)
            cells += survey.cells
            elements += survey.elements
            if cells > MOST_CELLS or elements > _MOST_ELEMENTS:
                what = f"it has more than {MOST_CELLS:,} cells, or as much beside them"
                raise OversizedSpreadsheet(name, what, SHRINK)


class _PartSurvey:
    """One pass over one part. Nothing of it is kept but the number of cells."""

    def __init__(self, name: str, part: str) -> None:
        self.name, self.part, self.is_sheet = name, part, bool(_SHEET.fullmatch(part))
        usual = self.is_sheet or part.lower() == _TEXTS
        self.most = _MOST_ELEMENTS if usual else _MOST_ELSEWHERE
        self.cells = self.elements = self.spread = self.depth = self.letters = 0
        self.place = ""
        self.parser = ParserCreate(namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.StartElementHandler = self.begin
        self.parser.EndElementHandler = self.end
        self.parser.buffer_text = True

    def look(self, content: bytes) -> None:
        """Parse it; raise CannotRead."""
        try:
            self.parser.Parse(content, True)  # noqa: FBT003 - expat's own face
        except ExpatError as error:
            raise BrokenSpreadsheet(self.name, f"{self.part} in it is damaged: {error}") from None

    def doctype(self, *_said: object) -> None:
        """Refuse a DOCTYPE: no spreadsheet program writes one, and it can multiply text."""
        raise BrokenSpreadsheet(self.name, f"{self.part} in it has a DOCTYPE", _OPEN_AND_SAVE)

    def begin(self, element: str, attributes: Mapping[str, str]) -> None:
        """Count an element that begins."""
        self.depth += 1
        self.elements += 1
        if self.elements > self.most:
            what = f"{self.part} in it has more than {self.most:,} elements"
            raise OversizedSpreadsheet(self.name, what, SHRINK)
        if self.depth > _DEEPEST:
            raise BrokenSpreadsheet(self.name, f"{self.part} in it has no end of elements")
        if not self.is_sheet:
            return
        match element.rpartition(" ")[2]:
            case "c":
                self.cells += 1
                self.place = attributes.get("r", "")
                if self.cells > MOST_CELLS:
                    what = f"it has more than {MOST_CELLS:,} cells"
                    raise OversizedSpreadsheet(self.name, what, SHRINK)
            case "v" | "is":
                self.refuse_far()
            case "f":
                self.refuse_far()
                self.letters = 0
                self.parser.CharacterDataHandler = self.formula
                self.refuse_spread(attributes.get("ref", ""))
            case "mergeCell" | "hyperlink":
                self.refuse_spread(attributes.get("ref", ""))

    def end(self, element: str) -> None:
        """Count an element that ends."""
        self.depth -= 1
        if self.is_sheet and element.endswith(" f"):
            self.parser.CharacterDataHandler = None

    def formula(self, text: str) -> None:
        """Count the letters of a formula."""
        self.letters += len(text)
        if self.letters > _LONGEST_FORMULA:
            what = f"the formula in {self.place} is longer than any spreadsheet allows"
            raise OversizedSpreadsheet(self.name, what, "replace it by a text, and save it again")

    def refuse_far(self) -> None:
        """Refuse a cell that holds something where nobody fills anything in."""
        place = place_of(self.place) if self.place else (1, 1)
        if place is None:
            raise BrokenSpreadsheet(self.name, f'{self.part} has a cell at "{self.place[:20]}"')
        if place[0] > MOST_ROWS or place[1] > MOST_COLUMNS:
            what = f"something stands in {self.place}, beyond row {MOST_ROWS:,} or column "
            raise OversizedSpreadsheet(self.name, what + letters_of(MOST_COLUMNS), SHRINK)

    def refuse_spread(self, ref: str) -> None:
        """Refuse ranges that together spread over more cells than are read."""
        ends = [place_of(each) for each in ref.split(":")] if ref else [(1, 1)]
        places = [each for each in ends if each is not None]
        if not places or len(places) < len(ends):
            raise BrokenSpreadsheet(self.name, f'{self.part} has a range "{ref[:40]}"')
        (first_row, first), (last_row, last) = places[0], places[-1]
        self.spread += (abs(last_row - first_row) + 1) * (abs(last - first) + 1)
        if self.spread > MOST_CELLS:
            what = f"{ref} is one range of cells, merged or linked"
            raise OversizedSpreadsheet(self.name, what, "undo that, and save it again")
