"""What is said of a table that is imported, in whichever language."""

from jcm_ledger.render.phrases.english.imports import EnglishImports
from jcm_ledger.render.phrases.japanese.imports import JapaneseImports

ImportWords = EnglishImports | JapaneseImports
