"""Ctrl-C and SIGTERM, which wait while something is written."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

_INTERRUPTIONS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def held_back() -> Iterator[Callable[[], None]]:
    """Hold Ctrl-C and SIGTERM back until the yielded function is called; else drop them."""
    came: list[int] = []
    before: dict[signal.Signals, signal._HANDLER] = {}

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)

    def let_through() -> None:
        if came:
            restore()
            signal.raise_signal(came[0])

    with suppress(ValueError):  # not in the main thread: signals do not come here
        for interruption in _INTERRUPTIONS:
            before[interruption] = signal.signal(
                interruption, lambda number, _frame: came.append(number)
            )
    try:
        yield let_through
    finally:
        restore()
