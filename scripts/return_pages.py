"""Draw the pages of a commission's forms as pictures, to be looked at.

Without an argument the form to DSIT in English and that to METI in Japanese, on the shipped ledger,
go to docs/pictures. With FOLDER [LEDGER] every page of every form goes there, and the forms too. It
needs LibreOffice (soffice) and Poppler (pdftoppm). Where Excel has Yu Gothic, another Japanese font
is taken; fonts differ between machines, so no test compares these pictures.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from jcm_ledger.commands import run

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
ASKED = ("--as-of", "2026-11-25", "--reply-by", "2026-12-11")
SHOWN = {"return": ("DSIT", 0), "return-ja": ("METI", 0), "return-guide": ("DSIT", -1)}
"""Pictures for the documentation: of whose form, and of which of its pages."""

FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <match target="pattern">
    <test name="family"><string>Yu Gothic</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Noto Sans CJK JP</string></edit>
  </match>
</fontconfig>
"""


def main() -> int:
    """Write the forms and their pages; return the exit code."""
    if len(sys.argv) > 3:  # noqa: PLR2004 - a folder and a ledger
        sys.stderr.write(f"{(__doc__ or '').strip()}\n")
        return 2
    if sys.argv[1:]:
        return _draw(Path(sys.argv[1]), sys.argv[2] if sys.argv[2:] else "commitments.toml")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "round"
        if code := _draw(folder, "commitments.toml"):
            return code
        for name, (body, page) in SHOWN.items():
            pages = sorted(folder.glob(f"JCM-return-{body}-*.png"))
            (PICTURES / f"{name}.png").write_bytes(pages[page].read_bytes())
    return 0


def _draw(folder: Path, ledger: str) -> int:
    """Write the forms of a ledger to a new folder, and a picture of each page beside them."""
    code = run(["--ledger", ledger, "commission", *ASKED, "-o", str(folder)])
    if code:
        return code
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS, encoding="utf-8")
    forms = sorted(map(str, folder.glob("*.xlsx")))
    to_pdf = ("soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder))
    _call(*to_pdf, *forms, FONTCONFIG_FILE=str(fonts))
    for form in forms:
        pdf = Path(form).with_suffix(".pdf")
        _call("pdftoppm", "-png", "-r", "110", str(pdf), str(pdf.with_suffix("")))
    return 0


def _call(*command: str, **environment: str) -> None:
    subprocess.run(  # noqa: S603 - written above
        command, check=True, stdout=subprocess.DEVNULL, env=os.environ | environment
    )


if __name__ == "__main__":
    sys.exit(main())
