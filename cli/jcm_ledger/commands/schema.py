"""jcm schema: what a ledger may hold, for editors."""

from pathlib import Path
from typing import Annotated

import typer

from jcm_ledger.commands import documents, options
from jcm_ledger.commands.documents import STDOUT
from jcm_ledger.render.formats import ExportFormat


def schema(
    *,
    file: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write to a file.", show_default="stdout"
        ),
    ] = STDOUT,
    force: options.Force = False,
) -> None:
    """Print the JSON Schema of a ledger.

    An editor that knows it checks and completes commitments.toml as you type.

    \b
    Examples:
      jcm schema -o commitments.schema.json
      jcm schema > commitments.schema.json
    """
    from jcm_ledger.render import schema as document  # lazy import: no other command needs it

    chosen = documents.alone(file, ExportFormat.JSON, force=force)
    documents.write([(chosen, document.ledger().encode())])
