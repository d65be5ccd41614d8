"""How long merges of two large ledgers take, beside `jcm check` of one of them.

Both sides add entries and edit tables all over the file, in conflict with each other or not. Prints
processor seconds, the median of runs in turn: `python benchmarks/merging.py [COMMITMENTS]`.
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
    """Measure, and print a line for each, and how many times the check a merge takes."""
    count = int(sys.argv[1]) if sys.argv[1:] else 10_000
    text = generate(count)
    ours = text.replace('"agreed"', '"committed"') + entry("ours")
    edited = text.replace("paragraph = 7\n", "paragraph = 8\n")
    apart = text.replace('strength = "expected"', 'strength = "desired"')
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "base").write_text(text, encoding="utf-8")
        runs = [
            (
                seconds("check", folder / "base"),
                _merge(folder, ours, apart + entry("theirs")),
                _merge(folder, ours, edited + entry("theirs")),
            )
            for _ in range(RUNS)
        ]
    check, clean, conflicts = map(statistics.median, zip(*runs, strict=True))
    sys.stdout.write(f"{count:,} commitments\ncheck             {check:.2f} s\n")
    for kind, merge in (("clean", clean), ("conflicts", conflicts)):
        sys.stdout.write(f"merge, {kind:11}{merge:.2f} s, {merge / check:.1f} times\n")


def _merge(folder: Path, ours: str, theirs: str) -> float:
    (folder / "ours").write_text(ours, encoding="utf-8")
    (folder / "theirs").write_text(theirs, encoding="utf-8")
    files = (folder / side for side in ("base", "ours", "theirs"))
    return seconds("merge-driver", *files, 7, "commitments.toml")


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
