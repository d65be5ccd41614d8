"""Draw the pages of the Word report and of the workbook as pictures, to be looked at.

Without an argument the first page of each, on the shipped ledger, goes to docs/pictures for README.
With FOLDER [LEDGER] every page goes there, and the documents and their PDFs too. It needs
LibreOffice (soffice) and Poppler (pdftoppm); fonts differ between machines, so no test compares
these pictures.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from jcm_ledger.commands import run

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
DOCUMENTS = {"word": ("report", ".docx"), "workbook": ("export", ".xlsx")}


def main() -> int:
    """Write the documents and their pages; return the exit code."""
    if not sys.argv[1:]:
        with tempfile.TemporaryDirectory() as scratch:
            return _draw(Path(scratch), "commitments.toml", PICTURES)
    if len(sys.argv) > 3:  # noqa: PLR2004 - a folder and a ledger
        sys.stderr.write(f"{(__doc__ or '').strip()}\n")
        return 2
    ledger = sys.argv[2] if sys.argv[2:] else "commitments.toml"
    return _draw(Path(sys.argv[1]), ledger)


def _draw(folder: Path, ledger: str, pictures: Path | None = None) -> int:
    """Write the documents to a folder, their pages beside them, or their first to `pictures`."""
    for name, (command, suffix) in DOCUMENTS.items():
        file = folder / f"{name}{suffix}"
        code = run(
            ["--ledger", ledger, command, "-o", str(file), "--as-of", "2026-11-23", "--force"]
        )
        if code:
            return code
        _call("soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file))
        pdf = str(file.with_suffix(".pdf"))
        if pictures:
            first = ("-singlefile", "-scale-to", "1000")
            _call("pdftoppm", "-png", *first, pdf, str(pictures / name))
        else:
            _call("pdftoppm", "-png", "-r", "80", pdf, str(folder / name))
    return 0


def _call(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - written above


if __name__ == "__main__":
    sys.exit(main())
