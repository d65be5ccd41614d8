"""A bar on stderr while work goes on for longer than a second, at a terminal only."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Timer
from typing import TYPE_CHECKING

from jcm_ledger.commands.conversation import said
from jcm_ledger.commands.output import console, is_dumb

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE_SECONDS = 1.0

Step = Callable[[str], None]
"""Called with the name of each step when the step begins."""


@contextmanager
def shown(steps: int) -> Iterator[Step]:
    """Yield a function to call at the beginning of each step; the bar is removed at the end."""
    if not sys.stderr.isatty() or is_dumb(os.environ):
        yield lambda _name: None
        return
    bar = _Bar(steps)
    timer = Timer(PATIENCE_SECONDS, bar.appear)
    timer.daemon = True
    with suppress(RuntimeError):  # no thread is to be had: the work is done without a bar
        timer.start()
    try:
        yield bar.step
    finally:
        timer.cancel()
        bar.leave()


class _Bar:
    """Counts the steps from the beginning, and shows them once it has to appear."""

    def __init__(self, steps: int) -> None:
        self.steps = steps
        self.begun = 0
        self.name = ""
        self.over = False
        self.drawn: Progress | None = None
        self.lock = Lock()

    def step(self, name: str) -> None:
        """Count a step that begins now."""
        with self.lock:
            self.begun += 1
            self.name = name
            self._update()

    def appear(self) -> None:
        """Draw the bar, unless the work is over."""
        from rich.progress import (  # lazy import: only long work needs Rich
            BarColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
        )

        columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
        with self.lock:
            if self.over:
                return
            screen = console(stderr=True)
            self.drawn = Progress(*columns, console=screen, transient=True, redirect_stdout=False)
            self.drawn.add_task("", total=self.steps)
            self._update()
            self.drawn.start()

    def leave(self) -> None:
        """Take the bar away."""
        with self.lock:
            self.over = True
            if self.drawn is not None:
                self.drawn.stop()

    def _update(self) -> None:
        if self.drawn is not None:
            (task,) = self.drawn.task_ids
            self.drawn.update(task, description=said(self.name), completed=self.begun - 0.5)
