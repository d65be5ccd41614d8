"""x."""


class Japanese:
    """x."""
