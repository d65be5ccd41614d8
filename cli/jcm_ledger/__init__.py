"""jcm keeps the commitments governments make to each other from being forgotten."""

__version__ = "0.1.0"
