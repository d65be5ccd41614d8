"""jcm schema: what a ledger may hold, for editors."""

from jcm_ledger.commands import output


def schema() -> None:
    """Print the JSON Schema of a ledger.

    An editor that knows it checks and completes commitments.toml as you type.

    \b
    Examples:
      jcm schema > commitments.schema.json
    """
    from jcm_ledger.render import schema as document  # noqa: PLC0415 - no other command needs it

    output.answer(document.ledger())
