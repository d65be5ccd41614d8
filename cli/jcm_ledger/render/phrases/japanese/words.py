"""What most of jcm says in Japanese: statuses, timings, owners, who reported, what is left out.

Cells and reports are in the noun or plain form; what is said to the person at the keyboard ends in
です or ます. Nobody is blamed: 期限超過, 記録なし.
"""

from collections.abc import Mapping
from datetime import date

from jcm_ledger.model.ledger import Commitment, Entry, Meeting, Theme
from jcm_ledger.model.period import Period
from jcm_ledger.model.status import Kind, Status, Strength
from jcm_ledger.model.text import is_japanese
from jcm_ledger.render.phrases.japanese import vocabulary
from jcm_ledger.render.phrases.japanese.names import JapaneseNames
from jcm_ledger.render.phrases.themes import theme_table
from jcm_ledger.rules.query import Later
from jcm_ledger.rules.standing import Standing, Timing

_ENDS = (".", "!", "?", "…", "。", "！", "？", "。）", "。」", ".)", ".”")
"""How a text ends that is a sentence already."""


class JapaneseWords(JapaneseNames):
    """The words that come again in lists, pages and documents."""

    NOTHING_ON_FILE = "記録なし"
    NO_STATUS = "状況の記録なし"

    def title(self, commitment: Commitment) -> str:
        """Return the title of a commitment."""
        return self.text(commitment.title, commitment.title_ja)

    @staticmethod
    def spell(word: str) -> str:
        """Return a word of the data as people write it: 「期限間近」 for "due-soon"."""
        return vocabulary.WORDS.get(word, word)

    def status(self, reported: Status | None) -> str:
        """Return a status in words: 「実施中」."""
        return vocabulary.STATUSES[reported] if reported else self.NOTHING_ON_FILE

    def status_of(self, row: Standing) -> str:
        """Return the status in words; 「状況の記録なし」 where only notes are."""
        return self.NO_STATUS if row.status is None and row.journal else self.status(row.status)

    def spoken(self, row: Standing) -> str:
        """Return the status, and whose it is where an owning side reported none.

        「完了（英国側の報告、日本側は記録なし）」.
        """
        words = self.status_of(row)
        if row.status is None or not row.status.closed or not row.silent_sides:
            return words
        silent = f"{self._of_sides(row.silent_sides)}は{self.NOTHING_ON_FILE}"
        speaking = [side for side, reported in row.by_party.items() if reported is row.status]
        if not speaking:
            return f"{words}（{silent}）"
        return f"{words}（{self._of_sides(speaking)}の報告、{silent}）"

    @staticmethod
    def named(name: str, value: str) -> str:
        """Return a value under its name: 「進捗状況：完了」."""
        return f"{name}：{value}"

    @staticmethod
    def quoted(stated: str) -> str:
        """Return words of a statement as a quotation: 「」 round Japanese, “ ” round English."""
        return f"「{stated}」" if is_japanese(stated) else f"“{stated}”"

    def kind(self, kind: Kind) -> str:
        """Return whether it can be finished: 「単発」, 「継続」."""
        return vocabulary.KINDS[kind]

    @staticmethod
    def strength(strength: Strength) -> str:
        """Return how firmly something is worded, in a word: 「一致」."""
        return vocabulary.STRENGTHS[strength]

    @staticmethod
    def wording(strength: Strength) -> str:
        """Return how firmly it is worded: 「一致した」. It has the word in it already."""
        return vocabulary.WORDINGS[strength]

    def calendar_word(self, timing: Timing) -> str:
        """Return a timing in a word, without days: 「期限間近」."""
        return vocabulary.TIMINGS[timing]

    def timing(self, row: Standing) -> str:
        """Return the timing with the days that matter to it: 「期限超過（12日）」."""
        if row.timing is Timing.DUE_SOON:
            return f"期限まで{row.days_left:,}日" if row.days_left else "本日期限"
        word, days = vocabulary.TIMINGS[row.timing], self._days(row)
        return f"{word}（{days}）" if days else word

    def _days(self, row: Standing) -> str:
        """Return what stands in brackets after a timing, "" where nothing does."""
        match row.timing, row.deadline:
            case Timing.OVERDUE, Period(last=last):
                return self.lapse(last, row.as_of)
            case Timing.NOT_DUE, Period(last=last):
                return f"残り{self.lapse(row.as_of, last)}"
            case Timing.REVIEW_DUE, _ if row.review_date is not None:
                lapse = self.lapse(row.review_date, row.as_of)
                return f"{self.short_day(row.review_date)}から{lapse}"
            case Timing.UNDATED, _:
                return f"{self.age(row.age_days)}経過"
            case Timing.MET_LATE, Period(last=last) if row.done is not None:
                return f"{self.lapse(last, row.done.first)}超過"
        return ""

    def stated(self, commitment: Commitment) -> str:
        """Return what the statement says of a deadline as a quotation, "" where it says nothing.

        Without the words of a translation those in English: none of ours would be a quotation.
        """
        if commitment.deadline_text_ja:
            return f"「{commitment.deadline_text_ja}」"
        return self.quoted(commitment.deadline_text) if commitment.deadline_text else ""

    def deadline(self, row: Standing) -> str:
        """Return the deadline: 「2024年10～12月（当初2024年1～6月、184日後ろ倒し）」.

        Without one, what the statement says.
        """
        if row.deadline is None:
            return self.stated(row.commitment) or "なし"
        if row.original is None or row.original == row.deadline:
            return self.period(row.deadline)
        gloss = f"{self.months(row.deadline)}、" if row.deadline.fiscal else ""
        moved = f"当初{self.called(row.original)}、{self.slip(row.slip_days)}"
        return f"{self.called(row.deadline)}（{gloss}{moved}）"

    def reported(self, entry: Entry | None) -> list[str]:
        """Return what a side reported last, line by line: status, who and when, and the note."""
        if entry is None:
            return [self.NOTHING_ON_FILE]
        news = [self.status(entry.status), f"{self.reporter(entry)}、{self.short_day(entry.date)}"]
        news += [self.happened(entry.happened)] if entry.happened else []
        note = self.text(entry.note, entry.note_ja)
        return [*news, note] if note else news

    def reported_on(self, by: str, news: str) -> tuple[str, str]:
        """Return who reported and what was, as two parts of a line."""
        return by, f"：{news}" if news else ""

    @staticmethod
    def notes(entry: Entry) -> list[str]:
        """Return the note of an entry in each language that it has, Japanese first."""
        return [note for note in (entry.note_ja, entry.note) if note]

    def happened(self, when: Period, *, prose: bool = False) -> str:  # noqa: ARG002 - as in English
        """Return when something took place: 「実施時期：2024年5月」, of a day 「実施日：…」."""
        kind = "日" if when.first == when.last else "時期"
        return f"実施{kind}：{self.period(when)}"

    @staticmethod
    def on_one_word(completed: int, of: int) -> str:
        """Return how many of the completed a side has not spoken of: 「完了7件（うち5件は…」."""
        return f"完了{completed:,}件（うち{of:,}件は一部の側のみの報告による）。"

    def hidden(self, later: Later) -> str:
        """Return a sentence on what comes later and is not shown, "" if there is nothing."""
        parts = (
            (later.commitments, f"後の会合の{self.commitments(later.commitments)}"),
            (later.entries, f"後の日付の進捗記録{later.entries:,}件"),
        )
        told = [what for number, what in parts if number]
        return f"{self.listed(told)}は表示していない。" if told else ""

    def meeting_name(self, meeting: Meeting) -> str:
        """Return what a meeting is called."""
        return self.text(meeting.title, meeting.title_ja) or meeting.id

    def meeting(self, held: Meeting, day: date) -> str:
        """Return a meeting with its day and place: 「第12回会合（2023年11月7日、ロンドン）」."""
        when = self.in_prose(held.period(day))
        when = when if held.held and held.held <= day else f"{when}開催予定"
        place = self.text(held.place, held.place_ja)
        return f"{self.meeting_name(held)}（{self.clauses((when, place))}）"

    def review(self, row: Standing) -> str:
        """Return by when to review a commitment: 「2025年12月31日（6か月ごと）」; else ""."""
        if row.review_date is None:
            return ""
        day, often = self.short_day(row.review_date), self.rhythm(row.commitment)
        return f"{day}（{often}）" if often else day

    def rhythm(self, commitment: Commitment) -> str:
        """Return how often a commitment is to be reported on: 「6か月ごと」, "" if it varies."""
        if commitment.report_every is None:
            return ""
        return f"{self.duration(commitment.report_every)}ごと"

    @staticmethod
    def sentence(note: str) -> str:
        """Return a note with a full stop at its end, unless it ends as a sentence does already."""
        if note.rstrip().endswith(_ENDS):
            return note
        return f"{note}。" if is_japanese(note) else f"{note}."

    @staticmethod
    def paragraph(commitment: Commitment) -> str:
        """Return where in the statement a commitment stands: 「第4段落」, "" if unknown."""
        where = commitment.paragraph
        if where is None:
            return ""
        text = str(where)
        return f"第{text}段落" if text[:1].isdigit() else text

    def news(self, entry: Entry, *, prose: bool = False) -> str:
        """Return what an entry reports, without its note: 「実施中、期限を2025年に変更」."""
        parts = [self.status(entry.status)] if entry.status else []
        parts += [self.happened(entry.happened, prose=prose)] if entry.happened else []
        if entry.deadline:
            period = entry.deadline.period
            parts.append(f"期限を{self.period(period) if period else entry.deadline}に変更")
        parts += [self.handed_over(entry.owners)] if entry.owners else []
        return self.joined(parts)

    def as_of(self, day: date) -> str:
        """Return of which day a view is: 「2026年11月25日現在」."""
        return f"{self.short_day(day)}現在"

    def footer(self, ledger: str, day: date, later: Later | None = None) -> str:
        """Return the line under a table: 「台帳：commitments.toml（2026年11月25日現在）」."""
        hidden = self.hidden(later) if later else ""
        return "　".join(filter(None, (f"台帳：{ledger}（{self.as_of(day)}）", hidden)))

    def theme(self, name: str, themes: Mapping[str, Theme]) -> str:
        """Return a theme as a heading: its title, else its id as people write it.

        「研究資金」; an id with capitals stays as it is: "AI".
        """
        table = theme_table(name, themes)
        if table and (title := self.text(table.title, table.title_ja)):
            return title
        plain = name.replace("-", " ") if name.islower() else name
        return plain[:1].upper() + plain[1:] or "分野の記載なし"
