"""Collecting: returned forms and a ledger in, what each row would change out, or why it is refused.

`forms` finds the rows wherever they stand, `originals` says what they were issued with, `answers`
reads them, `staleness` compares them with what came on file since, and `whole` does all of it.
"""
