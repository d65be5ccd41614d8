"""A clerk at LibreOffice: opens a form, types into it, edits it and saves it in several formats.

Run by the Python that LibreOffice's own library, uno, is installed for. It reads what to do as JSON
from standard input: the file, what is typed where, further edits, and the files to save.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

PATIENCE_SECONDS = 120
FORMATS = {
    "xlsx": ("Calc MS Excel 2007 XML", ""),
    "csv-utf-8": ("Text - txt - csv (StarCalc)", "44,34,76,1"),
    "csv-utf-16": ("Text - txt - csv (StarCalc)", "9,34,65535,1"),
    "csv-shift-jis": ("Text - txt - csv (StarCalc)", "44,34,64,1"),
}
LOCALE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>{}</value></prop></item></oor:items>
"""


def value(name: str, content: object) -> Any:
    """Return a named value as LibreOffice takes it."""
    made = PropertyValue()
    made.Name, made.Value = name, content
    return made


def connected(pipe: str) -> Any:
    """Return the context of the office that listens at a pipe."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def type_into(frame: Any, dispatcher: Any, address: str, text: str) -> None:
    """Type a text into a cell, as from the keyboard: the format and the locale decide."""
    dispatcher.executeDispatch(frame, ".uno:GoToCell", "", 0, (value("ToPoint", address),))
    dispatcher.executeDispatch(frame, ".uno:EnterString", "", 0, (value("StringName", text),))


def to_another_place(sheet: Any, how: str, source: str, target: str) -> None:
    """Copy or move cells."""
    to = sheet.getCellRangeByName(target).CellAddress
    act = sheet.copyRange if how == "copy" else sheet.moveRange
    act(to, sheet.getCellRangeByName(source).RangeAddress)


def sort(sheet: Any, around: str, column: int) -> None:
    """Sort cells by a column of them, from 0, in falling order."""
    field = uno.createUnoStruct("com.sun.star.table.TableSortField")
    field.Field, field.IsAscending = column, False
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    sheet.getCellRangeByName(around).sort((value("SortFields", fields),))


def edit(document: Any, todo: list[list[Any]]) -> None:
    """Do to the first sheet what people do to a form."""
    sheet = document.Sheets.getByIndex(0)
    for name, *arguments in todo:
        sheet.unprotect("")
        if name in ("copy", "move"):
            to_another_place(sheet, name, *arguments)
            continue
        does = {
            "insert rows": sheet.Rows.insertByIndex,
            "insert columns": sheet.Columns.insertByIndex,
            "delete rows": sheet.Rows.removeByIndex,
            "sort": lambda *how: sort(sheet, *how),
            "rename": sheet.setName,
            "add sheet": lambda name: document.Sheets.insertNewByName(name, 0),
        }
        does[name](*arguments)


def save(document: Any, file: str, form: str) -> None:
    """Save a copy in a format."""
    name, options = FORMATS[form]
    arguments = (value("FilterName", name), value("FilterOptions", options))
    document.storeToURL(Path(file).as_uri(), arguments)


def work(task: dict[str, Any]) -> None:
    """Do a task, and end the office."""
    profile = Path(task["profile"])
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(LOCALE.format(task["locale"]), encoding="utf-8")
    pipe = f"jcm-{profile.name}-{time.monotonic_ns()}"
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
         f"--accept=pipe,name={pipe};urp;"]
    )  # fmt: skip
    try:
        context = connected(pipe)
        create = context.ServiceManager.createInstanceWithContext
        desktop = create("com.sun.star.frame.Desktop", context)
        dispatcher = create("com.sun.star.frame.DispatchHelper", context)
        for form in task["forms"]:
            hidden = (value("Hidden", True),)
            document = desktop.loadComponentFromURL(
                Path(form["file"]).as_uri(), "_blank", 0, hidden
            )
            frame = document.CurrentController.Frame
            for address, text in form["typed"].items():
                type_into(frame, dispatcher, address, text)
            edit(document, form["edits"])
            for file, kind in form["saved"].items():
                save(document, file, kind)
            document.close(True)
        desktop.terminate()
        office.wait(PATIENCE_SECONDS)
    finally:
        office.kill()


work(json.load(sys.stdin))
