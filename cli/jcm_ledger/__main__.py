"""Run jcm as `python -m jcm_ledger`."""

from jcm_ledger.commands import main

if __name__ == "__main__":
    main()
