"""What can be wrong with a ledger that reads as TOML: each rule once, by what it is about.

What no command can work without is in `references`. What `jcm check` adds to that is gathered in
`whole`; a ledger can be used all the same. What `mark` and `add` refuse are the same rules.
"""
