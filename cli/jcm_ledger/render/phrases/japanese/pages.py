"""What a page or document of a report says beside its outline: notes, labels of fields."""

from jcm_ledger.render.phrases.japanese.room import JapaneseRoom


class JapanesePages(JapaneseRoom):
    """What a page or document of a report says beside its outline: notes, labels of fields."""

    SKIP = "本文へ移動"
    SECTIONS = "目次"
    BACK = "戻る"
    """The link of a dossier to where its commitment is first named."""
    NARROW = "表の絞り込み"
    SOUGHT = "語句"
    ANY = "全て"
    SHOW_ALL = "全て表示"
    NONE_FITS = "全ての条件に該当するコミットメントはない。"
    PRINT = "この事項を印刷"
    IN_TABLE = "一覧表で見る"
    OF_ITS_OWN = "個別のページ"
    HOME = "報告全体"
    PERMALINK = "このコミットメントへのリンク"
    THE_TABLE = "一覧表"
    LANGUAGE, IN_BOTH = "言語", "両方"
    """What the choice of a language is called, and the choice of both."""

    def meetings(self, number: int) -> str:
        """Return how many meetings there are: 「会合12回」."""
        return f"会合{number:,}回"

    def earlier_meetings(self, number: int) -> str:
        """Return that a document has more meetings than its head."""
        return f"このほか過去の会合{number:,}回（別紙に全て記載）"

    def on(self, by: str, about: str) -> str:
        """Return who put something on file, and about which commitment."""
        return f"{by}　{about}"

    def all_in(self, table: str) -> str:
        """Return where all of them are of which the first stand here."""
        return f"全件は{table}にある。"

    def beside(self, owners: str, timing: str) -> str:
        """Return whose something is, and what the calendar says of it, in one line."""
        return f"{owners}　{timing}"

    def cited(self, title: str, what: str) -> str:
        """Return what somebody cited that is no address of the web: its title and what it is."""
        return f"{title}（{what}）"

    def dated(self, when: str, about: str) -> str:
        """Return what an entry begins with: its day, and what it is about where that is told."""
        return f"{when}　{about}" if about else when

    def entry(self, dated: str, by: str, news: str) -> str:
        """Return an entry as a sentence: how it begins, then who reported what, "" for a note."""
        return f"{dated}　{by}：{news}。" if news else f"{dated}　{by}："

    def identified(self, title: str, commitment: str) -> str:
        """Return a commitment by its title and its id."""
        return f"{title}（{commitment}）"

    def published(self, meeting: str, statements: str) -> str:
        """Return a meeting, and where its statement is published."""
        return f"{meeting}（{statements}）"

    def before_list(self, name: str) -> str:
        """Return what a list is called, in the line above it."""
        return f"{name}："

    def shown(self, number: str, total: str) -> str:
        """Return how many rows of a table are shown, of numbers that are written already."""
        return f"{total}件中{number}件を表示"

    def at(self, label: str, host: str) -> str:
        """Return what a link is called, and whose page it leads to."""
        return f"{label}（{host}）"

    def worst(self, number: int, total: int) -> str:
        """Return that only the first rows of a table stand here, the most pressing ones."""
        return f"{total:,}件中、優先度の高い{number:,}件を示す。"

    def first_drawn(self, number: int, total: int) -> str:
        """Return that only the first bars of a timeline are drawn."""
        return f"コミットメント{total:,}件中、未了のものから期限順に{number:,}件を図示する。"
