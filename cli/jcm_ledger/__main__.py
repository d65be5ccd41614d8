"""Where jcm begins: the command, and `python -m jcm_ledger`. Importing it changes nothing."""


def main() -> None:
    """Run the command line and exit.

    Until there is something to clean up, Ctrl-C ends the process at once and without a traceback.
    That is settled before anything is imported: `_signal` is built in, `signal` imports others. If
    the parent ignores Ctrl-C, as a shell does for a job in the background, it stays ignored.
    """
    from _signal import (  # type: ignore[import-not-found]  # nothing comes before
        SIG_DFL,
        SIGINT,
        default_int_handler,
        getsignal,
        signal,
    )

    if getsignal(SIGINT) is default_int_handler:
        signal(SIGINT, SIG_DFL)

    import gc  # from here on Ctrl-C is safe

    gc.disable()  # no cyclic garbage collection: a run is over before it would pay

    from jcm_ledger.commands import main as run

    run()


if __name__ == "__main__":
    main()
