"""How much of a spreadsheet is read: far more than people fill in, and little enough to hold."""

LARGEST = 50_000_000
"""The bytes that a file may have, and the parts of a workbook together when they are unpacked."""

MOST_ROWS = 100_000
MOST_COLUMNS = 200

MOST_CELLS = 100_000
"""The cells that may hold something: a return has some hundreds, and each takes memory and time."""

SHRINK = "delete rows, columns and sheets that do not belong to it, and save it again"
