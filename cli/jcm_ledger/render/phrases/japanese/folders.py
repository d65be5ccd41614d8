"""What the pages of a folder say beside what the report says."""

from datetime import date

from jcm_ledger.model.ledger import Organisation
from jcm_ledger.render.phrases.japanese.room import JapaneseRoom


class JapaneseFolders(JapaneseRoom):
    """What the pages of a folder say beside what the report says."""

    DOSSIER = "全記録"
    BODY = "基準日の状況"
    OWNED = "担当事項"

    def title(self, body: Organisation) -> str:
        """Return the title of the page of a body: 「科学・イノベーション・技術省（DSIT）」."""
        name, short = self.words.name(body), self.words.short(body.id)
        return name if name == short else f"{name}（{short}）"

    def other_names(self, body: Organisation) -> list[str]:
        """Return its names in another language."""
        return [body.name] if body.name not in (self.words.name(body), body.side) else []

    def as_of(self, of: date) -> str:
        """Return of which day a page tells."""
        return f"{self.words.day(of)}現在"

    def body(self, side: str, heard: date | None) -> str:
        """Return the side of a body, and when it was last heard from: 「日本　直近の報告：…」."""
        last = self.words.day(heard) if heard else "記録なし"
        return f"{side}　直近の報告：{last}"
