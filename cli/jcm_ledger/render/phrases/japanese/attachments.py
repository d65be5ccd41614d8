"""What a report says of the data that go with it."""

from jcm_ledger.render.phrases.japanese.room import JapaneseRoom


class JapaneseAttachments(JapaneseRoom):
    """What a report says of the data that go with it."""

    TITLE = "データ"
    DATA = "本報告のコミットメントとその状況（jcm exportの出力と同じ形式）："

    def too_many(self, commitments: int) -> str:
        """Return why a page does not hold its data, and what to do instead."""
        many = self.words.commitments(commitments)
        return f"{many}のデータはページに収まらない。jcm exportでファイルに書き出せる。"

    def size(self, bytes_: int) -> str:
        """Return how large a file is, in whole kilobytes (of 1,000 bytes)."""
        return f"{-(-bytes_ // 1000):,} kB"

    def file(self, label: str, length: str) -> str:
        """Return what a file is called: 「CSV（12 kB）」."""
        return f"{label}（{length}）"
