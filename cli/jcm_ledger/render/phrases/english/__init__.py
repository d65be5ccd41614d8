"""What jcm says in English: the words of every page, and rooms for pages of one kind.

A room is imported when it is first asked for, so that a list does not load what letters say.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from jcm_ledger.render.phrases.english.words import EnglishWords

if TYPE_CHECKING:
    from jcm_ledger.render.phrases.english.agendas import EnglishAgendas
    from jcm_ledger.render.phrases.english.attachments import EnglishAttachments
    from jcm_ledger.render.phrases.english.briefs import EnglishBriefs
    from jcm_ledger.render.phrases.english.calendars import EnglishCalendars
    from jcm_ledger.render.phrases.english.changes import EnglishChanges
    from jcm_ledger.render.phrases.english.columns import EnglishColumns
    from jcm_ledger.render.phrases.english.commissions import EnglishCommissions
    from jcm_ledger.render.phrases.english.documents import EnglishDocuments
    from jcm_ledger.render.phrases.english.dossiers import EnglishDossiers
    from jcm_ledger.render.phrases.english.drafts import EnglishDrafts
    from jcm_ledger.render.phrases.english.findings import EnglishFindings
    from jcm_ledger.render.phrases.english.folders import EnglishFolders
    from jcm_ledger.render.phrases.english.imports import EnglishImports
    from jcm_ledger.render.phrases.english.labels import EnglishLabels
    from jcm_ledger.render.phrases.english.letters import EnglishLetters
    from jcm_ledger.render.phrases.english.lists import EnglishLists
    from jcm_ledger.render.phrases.english.mails import EnglishMails
    from jcm_ledger.render.phrases.english.pages import EnglishPages
    from jcm_ledger.render.phrases.english.papers import EnglishPapers
    from jcm_ledger.render.phrases.english.reports import EnglishReports
    from jcm_ledger.render.phrases.english.returns import EnglishReturns
    from jcm_ledger.render.phrases.english.sheets import EnglishSheets
    from jcm_ledger.render.phrases.english.shows import EnglishShows
    from jcm_ledger.render.phrases.english.timelines import EnglishTimelines


class English(EnglishWords):
    """The phrases of jcm in English."""

    lang = "en"

    @cached_property
    def agendas(self) -> "EnglishAgendas":
        """Phrases for the agenda of a meeting."""
        from jcm_ledger.render.phrases.english.agendas import EnglishAgendas

        return EnglishAgendas(self)

    @cached_property
    def attachments(self) -> "EnglishAttachments":
        """Phrases for the data that go with a report."""
        from jcm_ledger.render.phrases.english.attachments import EnglishAttachments

        return EnglishAttachments(self)

    @cached_property
    def briefs(self) -> "EnglishBriefs":
        """Phrases for the first page of a report."""
        from jcm_ledger.render.phrases.english.briefs import EnglishBriefs

        return EnglishBriefs(self)

    @cached_property
    def calendars(self) -> "EnglishCalendars":
        """Phrases for the events of a calendar."""
        from jcm_ledger.render.phrases.english.calendars import EnglishCalendars

        return EnglishCalendars(self)

    @cached_property
    def changes(self) -> "EnglishChanges":
        """Phrases for what an entry changed, and what differs between two states."""
        from jcm_ledger.render.phrases.english.changes import EnglishChanges

        return EnglishChanges(self)

    @cached_property
    def commissions(self) -> "EnglishCommissions":
        """Phrases for what bodies are asked for, and the form they fill in."""
        from jcm_ledger.render.phrases.english.commissions import EnglishCommissions

        return EnglishCommissions(self)

    @cached_property
    def columns(self) -> "EnglishColumns":
        """Phrases for the heads of the columns of data."""
        from jcm_ledger.render.phrases.english.columns import EnglishColumns

        return EnglishColumns(self)

    @cached_property
    def documents(self) -> "EnglishDocuments":
        """Phrases for a Word document."""
        from jcm_ledger.render.phrases.english.documents import EnglishDocuments

        return EnglishDocuments(self)

    @cached_property
    def dossiers(self) -> "EnglishDossiers":
        """Phrases for one commitment alone."""
        from jcm_ledger.render.phrases.english.dossiers import EnglishDossiers

        return EnglishDossiers(self)

    @cached_property
    def drafts(self) -> "EnglishDrafts":
        """Phrases for a draft of commitments."""
        from jcm_ledger.render.phrases.english.drafts import EnglishDrafts

        return EnglishDrafts(self)

    @cached_property
    def findings(self) -> "EnglishFindings":
        """Phrases for the findings of a check."""
        from jcm_ledger.render.phrases.english.findings import EnglishFindings

        return EnglishFindings(self)

    @cached_property
    def folders(self) -> "EnglishFolders":
        """Phrases for the pages of a folder."""
        from jcm_ledger.render.phrases.english.folders import EnglishFolders

        return EnglishFolders(self)

    @cached_property
    def imports(self) -> "EnglishImports":
        """Phrases for a table that is imported."""
        from jcm_ledger.render.phrases.english.imports import EnglishImports

        return EnglishImports(self)

    @cached_property
    def labels(self) -> "EnglishLabels":
        """Phrases for the names of columns, facts and sections."""
        from jcm_ledger.render.phrases.english.labels import EnglishLabels

        return EnglishLabels(self)

    @cached_property
    def letters(self) -> "EnglishLetters":
        """Phrases for a letter to a body."""
        from jcm_ledger.render.phrases.english.letters import EnglishLetters

        return EnglishLetters(self)

    @cached_property
    def lists(self) -> "EnglishLists":
        """Phrases for what stands over and under a list."""
        from jcm_ledger.render.phrases.english.lists import EnglishLists

        return EnglishLists(self)

    @cached_property
    def mails(self) -> "EnglishMails":
        """Phrases for a report as the text of a mail."""
        from jcm_ledger.render.phrases.english.mails import EnglishMails

        return EnglishMails(self)

    @cached_property
    def pages(self) -> "EnglishPages":
        """Phrases for the notes and controls of a page."""
        from jcm_ledger.render.phrases.english.pages import EnglishPages

        return EnglishPages(self)

    @cached_property
    def papers(self) -> "EnglishPapers":
        """Phrases for whose paper it is."""
        from jcm_ledger.render.phrases.english.papers import EnglishPapers

        return EnglishPapers(self)

    @cached_property
    def reports(self) -> "EnglishReports":
        """Phrases for the sections and figures of a report."""
        from jcm_ledger.render.phrases.english.reports import EnglishReports

        return EnglishReports(self)

    @cached_property
    def returns(self) -> "EnglishReturns":
        """Phrases for returns that are collected."""
        from jcm_ledger.render.phrases.english.returns import EnglishReturns

        return EnglishReturns(self)

    @cached_property
    def sheets(self) -> "EnglishSheets":
        """Phrases for a workbook."""
        from jcm_ledger.render.phrases.english.sheets import EnglishSheets

        return EnglishSheets(self)

    @cached_property
    def shows(self) -> "EnglishShows":
        """Phrases for the page about one commitment."""
        from jcm_ledger.render.phrases.english.shows import EnglishShows

        return EnglishShows(self)

    @cached_property
    def timelines(self) -> "EnglishTimelines":
        """Phrases for the axis, legends and bars of a timeline."""
        from jcm_ledger.render.phrases.english.timelines import EnglishTimelines

        return EnglishTimelines(self)
