"""Draw the pages of the Word report as pictures, to be looked at.

python scripts/word_pages.py FOLDER [LEDGER] writes report.docx, report.pdf and a PNG for each
page. It needs LibreOffice (soffice) and Poppler (pdftoppm), and is no part of the tests.
"""

import subprocess
import sys
from pathlib import Path

from jcm_ledger.commands import run

ROOT = Path(__file__).parent.parent
DOTS_PER_INCH = "80"


def main() -> int:
    """Write the report and its pages; return the exit code."""
    if len(sys.argv) not in (2, 3):
        sys.stderr.write(f"{(__doc__ or '').strip()}\n")
        return 2
    folder = Path(sys.argv[1])
    ledger = sys.argv[2] if sys.argv[2:] else str(ROOT / "commitments.toml")
    written = folder / "report.docx"
    options = ["--as-of", "2026-11-23", "--force"]
    code = run(["--ledger", ledger, "report", "-o", str(written), *options])
    if code == 0:
        convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        _call(*convert, str(written))
        pdf = written.with_suffix(".pdf")
        _call("pdftoppm", "-r", DOTS_PER_INCH, "-png", str(pdf), str(folder / "page"))
    return code


def _call(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - written above


if __name__ == "__main__":
    sys.exit(main())
