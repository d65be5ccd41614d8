"""Evidence as people type it, and as the ledger keeps it."""

import re

from jcm_ledger.model.text import titled

WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_ADDRESS = re.compile(r"(?<![!-~])https?://[!-~]+(?![^\s、。，；])", re.IGNORECASE)  # noqa: RUF001
_BETWEEN = " \t;,:、。，；："  # noqa: RUF001 - what parts an address from words beside it


def has_address(line: str) -> bool:
    """Return whether an address stands in a line, apart from the words beside it."""
    return _ADDRESS.search(line) is not None


def leads_to(link: str, lines: list[str]) -> bool:
    """Return whether one of the lines says where a link leads."""
    wanted = _bare(link)
    return any(wanted in (_bare(line), _bare(titled(line)[1])) for line in lines)


def _bare(address: str) -> str:
    return address.strip().casefold().removeprefix("mailto:").rstrip("/")


def as_evidence(line: str) -> list[str]:
    """Return a line as the ledger keeps evidence: what is no address is a reference.

    Words beside one address are its title; beside several they are a
    reference. A file is a reference too: whoever sent the return has it, and it is not looked for
    here.
    """
    _title, address = titled(line)
    if WEB.fullmatch(address):
        return [line]
    addresses = [each.rstrip(f"{_BETWEEN}.)") for each in _ADDRESS.findall(line)]
    if not addresses:
        return [line if line.casefold().startswith("ref:") else f"ref: {line}"]
    words = line
    for each in addresses:
        words = words.replace(each, " ", 1)
    words = " ".join(re.sub(r"(?i)^ref:", "", words).split()).strip(_BETWEEN)
    if words and len(addresses) == 1 and not set(words + addresses[0]) & set("<>"):
        return [f"{words} <{addresses[0]}>"]
    return [*([f"ref: {words}"] if words else []), *addresses]
