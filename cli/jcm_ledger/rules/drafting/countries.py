"""Countries as statements name them: in English and Japanese, their adjectives and fiscal years."""

from msgspec import Struct


class Country(Struct, frozen=True):
    """A country or union: its usual name, other names, adjectives, and names in Japanese.

    `fiscal` is the month in which the government's fiscal year begins. `southern` is where spring
    is in September.
    """

    name: str
    others: tuple[str, ...]
    adjectives: tuple[str, ...]
    japanese: tuple[str, ...]
    fiscal: int = 1
    southern: bool = False


COUNTRIES: tuple[Country, ...] = (
    Country("UK", ("United Kingdom", "U.K.", "Britain", "Great Britain"), ("British",), ("英国", "イギリス", "英"), 4),
    Country("Japan", (), ("Japanese",), ("日本国", "日本", "日"), 4),
    Country("Canada", (), ("Canadian",), ("カナダ", "加"), 4),
    Country("Germany", ("Federal Republic of Germany",), ("German",), ("ドイツ", "独")),
    Country("France", ("French Republic",), ("French",), ("フランス", "仏")),
    Country("Italy", ("Italian Republic",), ("Italian",), ("イタリア", "伊")),
    Country("Spain", (), ("Spanish",), ("スペイン",)),
    Country("Portugal", (), ("Portuguese",), ("ポルトガル",)),
    Country("Netherlands", (), ("Dutch",), ("オランダ", "蘭")),
    Country("Belgium", (), ("Belgian",), ("ベルギー",)),
    Country("Switzerland", ("Swiss Confederation",), ("Swiss",), ("スイス",)),
    Country("Austria", (), ("Austrian",), ("オーストリア",)),
    Country("Ireland", (), ("Irish",), ("アイルランド",)),
    Country("Norway", (), ("Norwegian",), ("ノルウェー",)),
    Country("Sweden", (), ("Swedish",), ("スウェーデン",)),
    Country("Finland", (), ("Finnish",), ("フィンランド",)),
    Country("Denmark", (), ("Danish",), ("デンマーク",)),
    Country("Iceland", (), ("Icelandic",), ("アイスランド",)),
    Country("Poland", (), ("Polish",), ("ポーランド",)),
    Country("Czechia", ("Czech Republic",), ("Czech",), ("チェコ",)),
    Country("Hungary", (), ("Hungarian",), ("ハンガリー",)),
    Country("Estonia", (), ("Estonian",), ("エストニア",)),
    Country("Latvia", (), ("Latvian",), ("ラトビア",)),
    Country("Lithuania", (), ("Lithuanian",), ("リトアニア",)),
    Country("Greece", (), ("Greek",), ("ギリシャ",)),
    Country("Ukraine", (), ("Ukrainian",), ("ウクライナ",)),
    Country("Turkey", ("Türkiye", "Turkiye"), ("Turkish",), ("トルコ",)),
    Country("EU", ("European Union", "E.U."), (), ("欧州連合", "ＥＵ", "欧州側")),
    Country("US", ("USA", "United States of America", "United States", "U.S.", "U.S.A."), ("American",), ("米国", "アメリカ", "米"), 10),
    Country("Mexico", (), ("Mexican",), ("メキシコ",)),
    Country("Brazil", (), ("Brazilian",), ("ブラジル",), southern=True),
    Country("Argentina", (), ("Argentine", "Argentinian"), ("アルゼンチン",), southern=True),
    Country("Chile", (), ("Chilean",), ("チリ",), southern=True),
    Country("Peru", (), ("Peruvian",), ("ペルー",), southern=True),
    Country("Korea", ("Republic of Korea", "South Korea", "ROK"), ("Korean",), ("大韓民国", "韓国", "韓")),
    Country("China", ("People's Republic of China", "PRC"), ("Chinese",), ("中国", "中")),
    Country("Taiwan", (), ("Taiwanese",), ("台湾",)),
    Country("India", ("Republic of India",), ("Indian",), ("インド", "印"), 4),
    Country("Israel", (), ("Israeli",), ("イスラエル",)),
    Country("Singapore", (), ("Singaporean",), ("シンガポール", "星"), 4),
    Country("Thailand", (), ("Thai",), ("タイ",), 10),
    Country("Vietnam", ("Viet Nam",), ("Vietnamese",), ("ベトナム", "越")),
    Country("Indonesia", (), ("Indonesian",), ("インドネシア",)),
    Country("Malaysia", (), ("Malaysian",), ("マレーシア",)),
    Country("Philippines", (), ("Philippine", "Filipino"), ("フィリピン",)),
    Country("Australia", (), ("Australian",), ("オーストラリア", "豪州", "豪"), 7, southern=True),
    Country("New Zealand", (), ("New Zealand",), ("ニュージーランド",), 7, southern=True),
    Country("South Africa", (), ("South African",), ("南アフリカ",), 4, southern=True),
    Country("Kenya", (), ("Kenyan",), ("ケニア",), 7),
    Country("Egypt", (), ("Egyptian",), ("エジプト",), 7),
    Country("Saudi Arabia", (), ("Saudi",), ("サウジアラビア",)),
    Country("UAE", ("United Arab Emirates",), ("Emirati",), ("アラブ首長国連邦",)),
    Country("Kazakhstan", (), ("Kazakh",), ("カザフスタン",)),
    Country("Uzbekistan", (), ("Uzbek",), ("ウズベキスタン",)),
)  # fmt: skip

BY_NAME: dict[str, Country] = {
    name.casefold(): country
    for country in COUNTRIES
    for name in (country.name, *country.others, *(n for n in country.japanese if len(n) > 1))
}


def country(side: str) -> Country | None:
    """Return the country that a side is called after, None where the table has none."""
    return BY_NAME.get(side.casefold())
