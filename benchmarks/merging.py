"""How long a merge of two large ledgers takes, beside `jcm check` of one of them.

Both sides add entries and edit tables all over the file. Prints processor seconds, the median of
runs in turn: `python benchmarks/merging.py [COMMITMENTS]`.
"""

import resource
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from ledgers import AS_OF, generate, name_of

RUNS = 9


def main() -> None:
    """Measure, and print a line for each of the two, and how many times the one is the other."""
    count = int(sys.argv[1]) if sys.argv[1:] else 10_000
    with TemporaryDirectory() as folder:
        base, ours, theirs = (Path(folder, name) for name in ("base", "ours", "theirs"))
        text = generate(count)
        base.write_text(text, encoding="utf-8")
        ours.write_text(text.replace('"agreed"', '"committed"') + entry("ours"), "utf-8")
        theirs.write_text(
            text.replace("paragraph = 7\n", "paragraph = 8\n") + entry("theirs"), "utf-8"
        )
        runs = [(seconds("check", base), _merge(base, ours, theirs)) for _ in range(RUNS)]
    check, merge = map(statistics.median, zip(*runs, strict=True))
    sys.stdout.write(f"{count:,} commitments\ncheck  {check:.2f} s\n")
    sys.stdout.write(f"merge  {merge:.2f} s, {merge / check:.1f} times\n")


def _merge(base: Path, ours: Path, theirs: Path) -> float:
    result = base.with_name("result")
    result.write_bytes(ours.read_bytes())
    return seconds("merge-driver", base, result, theirs, 7, "commitments.toml")


def entry(note: str) -> str:
    """Return an entry about the first commitment."""
    said = f'commitment = "{name_of(0)}"\ndate = {AS_OF}\nnote = "{note}"'
    return f"\n[[progress]]\n{said}\n"


def seconds(*arguments: object) -> float:
    """Return the processor seconds of a command; a merge may end in conflicts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "jcm_ledger", *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - our own command
    if done.returncode > 1:
        sys.exit(done.stderr.decode())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
