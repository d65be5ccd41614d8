"""Completion for bash, zsh and fish: the words that could stand at the cursor, as data.

Each script in `scripts/` sets _JCM_COMPLETE to its shell and gives the command line up to the
cursor as an argument, unread. Scripts that Typer wrote for earlier versions evaluate or glob what
they are told; they get plain words alone.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, cast

# Typer has no public interface to what stands at the cursor; below 0.29 it is in these.
from typer import _completion_classes, core
from typer._click import core as click
from typer._click import shell_completion
from typer._completion_shared import get_completion_script
from typer.completion import shell_complete

from jcm_ledger.commands import complete, output
from jcm_ledger.render import safe
from jcm_ledger.store.source import packaged

VARIABLE = "_JCM_COMPLETE"
OWN = ("bash", "zsh", "fish")
"""The shells that have a script of ours."""

WORDS = "words"


class Offer(NamedTuple):
    """A word that could stand at the cursor, with what it means if there is more to say."""

    word: str
    meaning: str = ""


class Typed(NamedTuple):
    """The words of a command line up to the cursor; the last is the one at it, perhaps empty.

    `quote` is the quote that stands open at the cursor. `redirected` says that the last word is a
    file that the shell reads or writes, no word of the command.
    """

    words: list[str]
    quote: str = ""
    redirected: bool = False


def answer(group: core.TyperGroup, asked: str, arguments: Sequence[str]) -> int:
    """Tell a shell what to offer and return the exit code; `asked` is the value of VARIABLE."""
    verb, _, shell = asked.partition("_")
    if asked in OWN:
        line, replaced = (*arguments, "", "")[:2]
        output.answer("".join(f"{each}\n" for each in _lines(group, asked, line, replaced)))
    elif verb == "source":
        output.answer(script(shell))
    else:
        for earlier in _EARLIER:
            shell_completion.add_completion_class(earlier, earlier.name)
        return shell_complete(group, {}, "jcm", VARIABLE, asked)
    return 0


def script(shell: str) -> str:
    """Return the script that teaches a shell to complete jcm: ours, or Typer's for PowerShell."""
    if shell in OWN:
        return packaged(f"commands/scripts/jcm.{shell}").decode()
    return f"{get_completion_script(prog_name='jcm', complete_var=VARIABLE, shell=shell)}\n"


def _lines(group: core.TyperGroup, shell: str, line: str, replaced: str) -> Iterator[str]:
    """Yield what a script of ours is told: the kind of the answer, then a line for each word.

    bash replaces only the end of a word that holds a quote, `=` or `:`; `replaced` is that end.
    """
    typed = read(line, as_fish=shell == "fish")
    if typed.redirected:
        yield complete.Paths.FILES
        return
    kind, offers = offered(group, typed.words[1:-1], typed.words[-1])
    yield kind
    if kind == WORDS and shell == "bash":
        yield from _ends(offers, read(line.removesuffix(replaced)))
        return
    for word, meaning in offers:
        if shell != "fish" or safe.fish_word(word) is not None:
            yield f"{word}\t{meaning}" if meaning else word


def _ends(offers: Iterable[Offer], kept: Typed) -> Iterator[str]:
    """Yield the end of each word, which follows the beginning that bash keeps, quoted to fit."""
    beginning = kept.words[-1]
    for offer in offers:
        word = offer.word
        if word[: len(beginning)].casefold() == beginning.casefold():
            end = safe.bash_word(word[len(beginning) :], kept.quote)
            if end is not None:
                yield end


def offered(group: core.TyperGroup, words: Iterable[str], begun: str) -> tuple[str, list[Offer]]:
    """Return the kind of what could stand after these words of a command line, and all that could.

    The kind is WORDS, or a value of Paths. Words begin as `begun` does, in whatever case.
    """
    before = [_expanded(word) for word in words]
    context = shell_completion._resolve_context(group, {}, "jcm", before)  # noqa: SLF001
    asked, end = shell_completion._resolve_incomplete(context, before, begun)  # noqa: SLF001
    if not isinstance(asked, click.Parameter):
        unknown = context.command is group and context._protected_args  # noqa: SLF001
        items = [] if unknown else asked.shell_complete(context, end)
        return WORDS, [
            Offer(item.value, " ".join((item.help or "").split()))
            for item in items
            if " " not in item.value  # `add meeting` is two words
        ]
    names = [item.value for item in asked.shell_complete(context, "")]
    if names and isinstance(names[0], complete.Paths):
        return str(names[0]), [Offer(name) for name in names[1:]]
    option = begun.removesuffix(end)
    return WORDS, [
        Offer(f"{option}{name}")
        for name in map(str, names)
        if name.casefold().startswith(end.casefold()) and safe.is_typeable(name)
    ]


def _expanded(word: str) -> str:
    """Return a word, or the value after an option's `=`, with a home or a variable at its front."""
    option, equals, value = word.partition("=") if word.startswith("-") else ("", "", word)
    return f"{option}{equals}{os.path.expanduser(os.path.expandvars(value))}"  # noqa: PTH111


def read(line: str, *, as_fish: bool = False) -> Typed:
    """Return the words of a line as the shell reads them: quotes taken off, nothing expanded."""
    words: list[str] = []
    word: str | None = None
    quote, redirected = "", False
    for piece in _pieces(as_fish=as_fish).finditer(line):
        kind = str(piece.lastgroup)
        if kind in ("blank", "redirection"):
            if word is not None and not redirected and not (kind != "blank" and word.isdecimal()):
                words.append(word)
            redirected = kind == "redirection" or (redirected and word is None)
            word = None
        else:
            text, escape = piece[kind], _ESCAPES[as_fish].get(kind.removeprefix("open_"))
            word = (word or "") + (re.sub(escape, r"\1", text) if escape else text)
            quote = {"open_single": "'", "open_double": '"', "open_ansi": "$'"}.get(kind, "")
    return Typed([*words, word or ""], quote, redirected)


def _pieces(*, as_fish: bool) -> re.Pattern[str]:
    """Return the pattern of a piece of a line; in fish a backslash escapes in single quotes."""
    double, ansi = r'(?:[^"\\]|\\.)*', r"(?:[^'\\]|\\.)*"
    single = ansi if as_fish else r"[^']*"
    return re.compile(
        rf"""(?P<blank>[ \t\n]+)|(?P<redirection>[<>]+[&|]?)
        |\$'(?P<ansi>{ansi})'|\$'(?P<open_ansi>.*)
        |'(?P<single>{single})'|'(?P<open_single>.*)
        |"(?P<double>{double})"|"(?P<open_double>.*)
        |\\(?P<escaped>.?)|(?P<plain>[^ \t\n<>'"\\$]+|\$)""",
        re.DOTALL | re.VERBOSE,
    )


_IN_DOUBLE, _IN_SINGLE = r'\\([\\"$`])', r"\\([\\'])"
_ESCAPES = {False: {"double": _IN_DOUBLE}, True: {"double": _IN_DOUBLE, "single": _IN_SINGLE}}
"""What a backslash escapes in each kind of quotes, in fish (True) or another shell (False)."""


class _PlainWords(shell_completion.ShellComplete):
    """Completion for the scripts that Typer wrote: only words that a shell cannot take for code."""

    def get_completions(
        self, args: list[str], incomplete: str
    ) -> list[shell_completion.CompletionItem]:
        kind, offers = offered(cast("core.TyperGroup", self.cli), args, incomplete)
        return [
            shell_completion.CompletionItem(offer.word, help=offer.meaning)
            for offer in offers
            if kind == WORDS and safe.is_plain_word(offer.word)
        ]


class _EarlierBash(_PlainWords, _completion_classes.BashComplete):
    pass


class _EarlierZsh(_PlainWords, _completion_classes.ZshComplete):
    pass


class _EarlierFish(_PlainWords, _completion_classes.FishComplete):
    pass


class _PowerShell(_PlainWords, _completion_classes.PowerShellComplete):
    pass


class _Pwsh(_PowerShell):
    name = "pwsh"


_EARLIER = (_EarlierBash, _EarlierZsh, _EarlierFish, _PowerShell, _Pwsh)
