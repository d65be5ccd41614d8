"""Where jcm begins: the command, and `python -m jcm_ledger`."""

import gc
import signal

gc.disable()  # a run is short: its memory need not be searched for what could be freed

# Until there is anything to clean up, Ctrl-C just ends it, without a traceback.
signal.signal(signal.SIGINT, signal.SIG_DFL)

from jcm_ledger.commands import main  # noqa: E402 - from here on Ctrl-C is safe

if __name__ == "__main__":
    main()
