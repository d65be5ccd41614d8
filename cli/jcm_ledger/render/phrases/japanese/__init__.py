"""What jcm says in Japanese: the words of every page, and rooms for pages of one kind.

A room is imported when it is first asked for, so that a list does not load what letters say.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from jcm_ledger.render.phrases.japanese.words import JapaneseWords

if TYPE_CHECKING:
    from jcm_ledger.render.phrases.japanese.agendas import JapaneseAgendas
    from jcm_ledger.render.phrases.japanese.attachments import JapaneseAttachments
    from jcm_ledger.render.phrases.japanese.briefs import JapaneseBriefs
    from jcm_ledger.render.phrases.japanese.calendars import JapaneseCalendars
    from jcm_ledger.render.phrases.japanese.changes import JapaneseChanges
    from jcm_ledger.render.phrases.japanese.columns import JapaneseColumns
    from jcm_ledger.render.phrases.japanese.commissions import JapaneseCommissions
    from jcm_ledger.render.phrases.japanese.documents import JapaneseDocuments
    from jcm_ledger.render.phrases.japanese.dossiers import JapaneseDossiers
    from jcm_ledger.render.phrases.japanese.drafts import JapaneseDrafts
    from jcm_ledger.render.phrases.japanese.findings import JapaneseFindings
    from jcm_ledger.render.phrases.japanese.folders import JapaneseFolders
    from jcm_ledger.render.phrases.japanese.imports import JapaneseImports
    from jcm_ledger.render.phrases.japanese.labels import JapaneseLabels
    from jcm_ledger.render.phrases.japanese.letters import JapaneseLetters
    from jcm_ledger.render.phrases.japanese.lists import JapaneseLists
    from jcm_ledger.render.phrases.japanese.mails import JapaneseMails
    from jcm_ledger.render.phrases.japanese.pages import JapanesePages
    from jcm_ledger.render.phrases.japanese.papers import JapanesePapers
    from jcm_ledger.render.phrases.japanese.reports import JapaneseReports
    from jcm_ledger.render.phrases.japanese.returns import JapaneseReturns
    from jcm_ledger.render.phrases.japanese.sheets import JapaneseSheets
    from jcm_ledger.render.phrases.japanese.shows import JapaneseShows
    from jcm_ledger.render.phrases.japanese.timelines import JapaneseTimelines


class Japanese(JapaneseWords):
    """The phrases of jcm in Japanese."""

    @property
    def lang(self) -> str:
        """The tag of the language (BCP 47)."""
        return "ja-u-ca-japanese" if self.eras else "ja"

    @cached_property
    def agendas(self) -> "JapaneseAgendas":
        """Phrases for the agenda of a meeting."""
        from jcm_ledger.render.phrases.japanese.agendas import JapaneseAgendas

        return JapaneseAgendas(self)

    @cached_property
    def attachments(self) -> "JapaneseAttachments":
        """Phrases for the data that go with a report."""
        from jcm_ledger.render.phrases.japanese.attachments import JapaneseAttachments

        return JapaneseAttachments(self)

    @cached_property
    def briefs(self) -> "JapaneseBriefs":
        """Phrases for the first page of a report."""
        from jcm_ledger.render.phrases.japanese.briefs import JapaneseBriefs

        return JapaneseBriefs(self)

    @cached_property
    def calendars(self) -> "JapaneseCalendars":
        """Phrases for the events of a calendar."""
        from jcm_ledger.render.phrases.japanese.calendars import JapaneseCalendars

        return JapaneseCalendars(self)

    @cached_property
    def changes(self) -> "JapaneseChanges":
        """Phrases for what an entry changed, and what differs between two states."""
        from jcm_ledger.render.phrases.japanese.changes import JapaneseChanges

        return JapaneseChanges(self)

    @cached_property
    def commissions(self) -> "JapaneseCommissions":
        """Phrases for what bodies are asked for, and the form they fill in."""
        from jcm_ledger.render.phrases.japanese.commissions import JapaneseCommissions

        return JapaneseCommissions(self)

    @cached_property
    def columns(self) -> "JapaneseColumns":
        """Phrases for the heads of the columns of data."""
        from jcm_ledger.render.phrases.japanese.columns import JapaneseColumns

        return JapaneseColumns(self)

    @cached_property
    def documents(self) -> "JapaneseDocuments":
        """Phrases for a Word document."""
        from jcm_ledger.render.phrases.japanese.documents import JapaneseDocuments

        return JapaneseDocuments(self)

    @cached_property
    def dossiers(self) -> "JapaneseDossiers":
        """Phrases for one commitment alone."""
        from jcm_ledger.render.phrases.japanese.dossiers import JapaneseDossiers

        return JapaneseDossiers(self)

    @cached_property
    def drafts(self) -> "JapaneseDrafts":
        """Phrases for a draft of commitments."""
        from jcm_ledger.render.phrases.japanese.drafts import JapaneseDrafts

        return JapaneseDrafts(self)

    @cached_property
    def findings(self) -> "JapaneseFindings":
        """Phrases for the findings of a check."""
        from jcm_ledger.render.phrases.japanese.findings import JapaneseFindings

        return JapaneseFindings(self)

    @cached_property
    def folders(self) -> "JapaneseFolders":
        """Phrases for the pages of a folder."""
        from jcm_ledger.render.phrases.japanese.folders import JapaneseFolders

        return JapaneseFolders(self)

    @cached_property
    def imports(self) -> "JapaneseImports":
        """Phrases for a table that is imported."""
        from jcm_ledger.render.phrases.japanese.imports import JapaneseImports

        return JapaneseImports(self)

    @cached_property
    def labels(self) -> "JapaneseLabels":
        """Phrases for the names of columns, facts and sections."""
        from jcm_ledger.render.phrases.japanese.labels import JapaneseLabels

        return JapaneseLabels(self)

    @cached_property
    def letters(self) -> "JapaneseLetters":
        """Phrases for a letter to a body."""
        from jcm_ledger.render.phrases.japanese.letters import JapaneseLetters

        return JapaneseLetters(self)

    @cached_property
    def lists(self) -> "JapaneseLists":
        """Phrases for what stands over and under a list."""
        from jcm_ledger.render.phrases.japanese.lists import JapaneseLists

        return JapaneseLists(self)

    @cached_property
    def mails(self) -> "JapaneseMails":
        """Phrases for a report as the text of a mail."""
        from jcm_ledger.render.phrases.japanese.mails import JapaneseMails

        return JapaneseMails(self)

    @cached_property
    def pages(self) -> "JapanesePages":
        """Phrases for the notes and controls of a page."""
        from jcm_ledger.render.phrases.japanese.pages import JapanesePages

        return JapanesePages(self)

    @cached_property
    def papers(self) -> "JapanesePapers":
        """Phrases for whose paper it is."""
        from jcm_ledger.render.phrases.japanese.papers import JapanesePapers

        return JapanesePapers(self)

    @cached_property
    def reports(self) -> "JapaneseReports":
        """Phrases for the sections and figures of a report."""
        from jcm_ledger.render.phrases.japanese.reports import JapaneseReports

        return JapaneseReports(self)

    @cached_property
    def returns(self) -> "JapaneseReturns":
        """Phrases for returns that are collected."""
        from jcm_ledger.render.phrases.japanese.returns import JapaneseReturns

        return JapaneseReturns(self)

    @cached_property
    def sheets(self) -> "JapaneseSheets":
        """Phrases for a workbook."""
        from jcm_ledger.render.phrases.japanese.sheets import JapaneseSheets

        return JapaneseSheets(self)

    @cached_property
    def shows(self) -> "JapaneseShows":
        """Phrases for the page about one commitment."""
        from jcm_ledger.render.phrases.japanese.shows import JapaneseShows

        return JapaneseShows(self)

    @cached_property
    def timelines(self) -> "JapaneseTimelines":
        """Phrases for the axis, legends and bars of a timeline."""
        from jcm_ledger.render.phrases.japanese.timelines import JapaneseTimelines

        return JapaneseTimelines(self)
