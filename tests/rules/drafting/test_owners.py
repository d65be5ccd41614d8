"""Whose a proposal is: bodies by name in either language, else both sides, and that is said."""

import pytest

from jcm_ledger.model.ledger import COMMITTEE, Organisation
from jcm_ledger.rules.drafting.introductions import introductions
from jcm_ledger.rules.drafting.results import Because
from promises import drafted, ledger, proposed

KNOWN = ledger(
    Organisation(id="DSIT", name="Department for Science, Innovation and Technology", side="UK"),
    Organisation(
        id="METI",
        name="Ministry of Economy, Trade and Industry",
        name_ja="経済産業省",
        side="Japan",
        kind="ministry",
    ),
    Organisation(id="UKRI", name="UK Research and Innovation", side="UK", kind="research funder"),
    Organisation(id="InnovateUK", name="Innovate UK", side="UK", part_of="UKRI"),
    Organisation(
        id="JST",
        name="Japan Science and Technology Agency",
        name_ja="科学技術振興機構",
        side="Japan",
        kind="research funder",
    ),
)

NAMED = [
    ("DSIT and METI agreed to hold talks.", ("DSIT", "METI")),
    ("The Ministry of Economy, Trade and Industry will publish it.", ("METI",)),
    ("UK Research & Innovation plans to publish it.", ("UKRI",)),
    ("UKRI Innovate UK and JST agreed to publish it.", ("InnovateUK", "JST")),
    ("Japan\u2019s METI and the UK's DSIT will publish it.", ("METI", "DSIT")),
    ("Canada and the EU reaffirmed their commitment to conclude the talks.", ("Canada", "EU")),
    ("The Republic of Korea plans to publish it.", ("Korea",)),
    ("The Norwegian side undertook to publish it.", ("Norway",)),
    ("The British and Japanese governments will publish it.", ("UK", "Japan")),
    ("On open data, METI will publish a list.", ("METI",)),
    ("Canada, for its part, aims to widen access.", ("Canada",)),
    ("RIKEN and KAIST agreed to renew their memorandum.", ("RIKEN", "KAIST")),
    ("NIED and GNS Science would run a drill.", ("NIED", "GNS-Science")),
    ("Geoscience Australia will publish a map.", ("Geoscience-Australia",)),
    ("The European Commission plans to publish a call.", ("European-Commission",)),
    ("The Research Council of Norway (RCN) pledged to keep it open.", ("RCN",)),
    ("The Department of Science and Technology (DST) will fund it.", ("DST",)),
    ("The Minister of MSIT agreed to visit Tokyo.", ("MSIT",)),
    ("The data will be published by JAXA and NASA in 2027.", ("JAXA", "NASA")),
    ("The next meeting will be hosted by MBIE in 2027.", ("MBIE",)),
    ("The National Observatory for Polar Research (OPR) and NIPR agreed to meet.", ("OPR", "NIPR")),
    ("NIPR and the Institute of Polar Climate and Ice (PCI) agreed to meet.", ("NIPR", "PCI")),
    ("The joint call of UKRI and JST will be launched.", ("UKRI", "JST")),
    ("経済産業省とDSITは、会合を開くことで一致した。", ("METI", "DSIT")),
    ("JST及びNSERCは、公募を開始する予定である。", ("JST", "NSERC")),
    ("カナダ側は、船を貸す用意がある。", ("Canada",)),
    ("日本側の経済産業省は、会合を開く意向を示した。", ("METI",)),
    ("理化学研究所は、拠点を設置することを決定した。", ("理化学研究所",)),
    ("次回会合に先立ち、JSTは、報告を行う予定である。", ("JST",)),
]


@pytest.mark.parametrize(("text", "owners"), NAMED)
def test_bodies_that_are_named_own_it(text: str, owners: tuple[str, ...]) -> None:
    """By acronym, in full, in Japanese, or introduced in the sentence; none of them is a guess."""
    found = proposed(text, known=KNOWN)
    assert found.owners == owners
    assert not found.owners_inferred
    assert len(found.names) == len(owners)


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("Both sides agreed to hold talks.", Because.COLLECTIVE),
        ("They agreed that the two Agencies would share maps.", Because.COLLECTIVE),
        ("Further to this, the two governments will not sell the maps.", Because.COLLECTIVE),
        ("Details of the visit, which Peru is to host, are to be settled.", Because.NOBODY),
        ("We will work with partners.", Because.COLLECTIVE),
        ("The Joint Committee agreed to meet in Oslo.", Because.COLLECTIVE),
        ("Participants undertook to share results.", Because.COLLECTIVE),
        ("It was decided to set up a group.", Because.NOBODY),
        ("The tenth meeting will be held in Oslo.", Because.NOBODY),
        ("Dates are to be set through diplomatic channels.", Because.NOBODY),
        ("双方は、協力を進めることで一致した。", Because.COLLECTIVE),
        ("次回会合を東京で開催することに合意した。", Because.NOBODY),
    ],
)
def test_where_nobody_is_named_both_sides_own_it(text: str, because: Because) -> None:
    """It is inferred, with the reason."""
    found = proposed(text, known=KNOWN)
    assert found.owners == (COMMITTEE,)
    assert found.owners_inferred
    assert because in {guess.because for guess in found.guesses if guess.key == "owners"}


def test_they_are_found_behind_what_leads_in() -> None:
    """Without a comma too: "Under the plan they" are those of the sentence before."""
    found = proposed("Under the plan they intend to dig a well.", "DSIT and METI agreed on a plan.")
    assert found.owners == ("DSIT", "METI")


def test_a_side_with_its_japanese_ending_is_that_side() -> None:
    """The EU has a side as a country has one."""
    found = drafted("欧州側は、船を貸す用意がある。", sides=("Japan", "EU"))
    assert found.sentences[-1].proposals[0].owners == ("EU",)


def test_they_are_those_of_the_sentence_before() -> None:
    """They, or the two ministries, mean the last who were named, also a paragraph earlier."""
    first = "DSIT and METI agreed to hold talks."
    for text in ("They also confirmed their intention to go on.", "The two ministries will go on."):
        found = proposed(text, first, known=KNOWN)
        assert found.owners == ("DSIT", "METI")
        assert not found.owners_inferred


def test_all_funding_bodies_are_those_that_the_statement_names() -> None:
    """The funders among the known bodies, marked as a guess."""
    found = proposed(
        "All funding bodies present expressed a desire to build partnerships.",
        "UKRI and JST presented their work to METI.",
        known=KNOWN,
    )
    assert found.owners == ("UKRI", "JST")
    assert found.owners_inferred


def test_a_group_owns_its_report() -> None:
    """A working group is a body of its own."""
    found = proposed("The working group will report to Ministers.")
    assert found.owners == ("Working-group",)
    assert found.names == ("working group",)


def test_unknown_bodies_are_told_once_with_their_name_and_side() -> None:
    """What the ledger lacks is listed by the name in full, with the side that the name says."""
    found = drafted(
        "The Research Council of Norway (RCN) and JST agreed to go on.",
        "RCN will publish the results.",
        known=KNOWN,
        sides=("Norway", "Japan"),
    )
    (body,) = found.unknown_bodies
    assert (body.id, body.name, body.side) == ("RCN", "Research Council of Norway", "Norway")
    assert body.named.text in {"RCN", body.name}


def test_a_programme_in_brackets_is_no_body() -> None:
    """What is introduced by letters is a body only if its name says so."""
    texts = [
        "the International Science Partnerships Fund (ISPF)",
        "artificial intelligence (AI)",
        "the UK-Japan Joint Committee Meeting (JCM)",
        "Japan Society for the Promotion of Science (JSPS)",
    ]
    found = {each.letters: (each.is_body, each.meets) for each in introductions(texts)}
    assert found == {"ISPF": (False, False), "JCM": (True, True), "JSPS": (True, False)}


def test_the_committee_by_its_letters_is_both_sides() -> None:
    """The body that meets is no body beside the sides."""
    first = "The UK-Japan Joint Committee Meeting (JCM) was held in London."
    assert proposed("The JCM agreed to meet in Tokyo.", first).owners == (COMMITTEE,)


def test_a_side_by_its_letters_is_that_side() -> None:
    """Where the statement gives a country letters, they are no body."""
    found = proposed(
        "The EU and the RoK pledged to join forces.",
        "The European Union (EU) and the Republic of Korea (RoK) met in Seoul.",
    )
    assert found.owners == ("EU", "Korea")


def test_sides_are_read_from_the_beginning_where_the_file_has_none() -> None:
    """Two countries named at the beginning are the sides, in the order of the text."""
    found = drafted(
        "Representatives of Canada and Germany met in Bonn.",
        "Germany stands ready to share its data.",
        sides=(),
    )
    assert found.sentences[-1].proposals[0].owners == ("Germany",)
    assert not found.unknown_bodies
