"""A draft for review, read back by parsers that did not write it."""

import json
import re
import tomllib
from base64 import b64encode
from datetime import date
from hashlib import sha256

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from drafts import made
from examples import make_commitment, make_ledger
from hostile import CORPUS, STEERING
from jcm_ledger.model.period import Period
from jcm_ledger.render.drafts import data, page, toml
from jcm_ledger.render.drafts.review import DraftOf
from jcm_ledger.render.phrases import BOTH, ENGLISH, JAPANESE, speak
from jcm_ledger.render.safe import toml_string

SAY = speak(ENGLISH)
LEDGER = make_ledger(make_commitment("act"))
TEXTS = (
    "The two sides met. They will act in 2024.",
    "They may meet again. DSIT was thanked.",
)
HTML = "{http://www.w3.org/1999/xhtml}"


def written(of: DraftOf) -> str:
    """Return a draft as TOML."""
    return toml.tables(of, SAY)


def uncommented(text: str) -> str:
    """Return a draft with the # taken away from each table, and from nothing else."""
    return re.sub(r"(?m)^# (?!#)", "", text)


def test_what_is_proposed_is_a_table_without_a_title() -> None:
    """A person types the title; the ledger's other keys are as the statement has them."""
    of = made(LEDGER, *TEXTS)
    assert tomllib.loads(written(of))["commitment"] == {
        "act-2": {
            "meeting": "m1",
            "paragraph": 1,
            "owners": ["UK", "Japan"],
            "owners_inferred": True,
            "strength": "committed",
            "kind": "one-off",
            "deadline": "2024",
            "deadline_text": "in 2024",
        }
    }


def test_what_may_be_one_is_a_table_once_its_marks_are_taken_away() -> None:
    """So are the bodies that the ledger lacks; remarks stay remarks."""
    tables = tomllib.loads(uncommented(written(made(LEDGER, *TEXTS))))
    assert list(tables["commitment"]) == ["act-2", "meet-again"]
    assert tables["organisation"] == {"N.R.F": {"name": "National\nResearch", "side": "UK"}}


def test_every_sentence_stands_in_the_draft_with_what_decided() -> None:
    """Above each table is its sentence; what is left out says why."""
    text = written(made(LEDGER, *TEXTS))
    assert '## "They >>will<< act in 2024."\n##    proposed: ' in text
    assert '## "They >>may<< meet again."\n##    perhaps: ' in text
    assert '## "DSIT was thanked."\n##    left out: ' in text
    assert text.index("paragraph 1") < text.index("The two sides met") < text.index("paragraph 2")


def test_a_guess_says_why_beside_its_key() -> None:
    """The words that it rests on are quoted."""
    line = next(line for line in written(made(LEDGER, *TEXTS)).splitlines() if "owners " in line)
    assert line.endswith('# inferred: it speaks of all together: "will"')


def test_a_meeting_that_the_ledger_lacks_is_proposed_too() -> None:
    """Only its day is missing, which `jcm check` then asks for."""
    of = replace(made(LEDGER, *TEXTS, title='The "13th"'), meeting="jcm-13", meeting_is_new=True)
    tables = tomllib.loads(uncommented(written(of)))
    assert tables["meeting"] == {
        "jcm-13": {"statement": 'The "13th"', "published": date(2023, 11, 7)}
    }


@pytest.mark.parametrize(
    ("number", "value"),
    [("6", 6), ("0", 0), ("2(a)", "2(a)"), ("2.10", "2.10"), ("100000", "100000")],
)
def test_a_paragraph_is_as_a_ledger_has_it(number: str, value: object) -> None:
    """A whole number, or a text in quotes."""
    of = made(LEDGER, "They will act.")
    statement = of.draft.statement
    passages = (replace(statement.passages[0], number=number),)
    of = replace(of, draft=replace(of.draft, statement=replace(statement, passages=passages)))
    assert tomllib.loads(written(of))["commitment"]["act-2"]["paragraph"] == value


LETTERS = st.characters(exclude_categories=["Cs", "Cn"], max_codepoint=0xDFFFF)  # no tags
TEXT = st.text(LETTERS, max_size=80)


@given(st.lists(TEXT, min_size=1, max_size=5), TEXT)
def test_no_text_of_a_statement_is_read_as_toml(texts: list[str], title: str) -> None:
    """Whatever a statement says, the draft is TOML, with the tables that are proposed, no others."""
    of = made(LEDGER, *[f"{text} They will {text} act in 2024." for text in texts], title=title)
    text = written(of)
    tables = tomllib.loads(text)
    assert set(tables) == {"commitment"}
    assert set(tables["commitment"]) <= set(of.ids)
    assert not STEERING.search(text)
    tomllib.loads(uncommented(text))


@given(TEXT)
def test_a_text_comes_out_of_toml_as_it_went_in(text: str) -> None:
    """What steers is escaped, and nothing is lost."""
    quoted = toml_string(text)
    assert tomllib.loads(f"key = {quoted}") == {"key": text}
    assert "\n" not in quoted


@given(st.lists(TEXT, min_size=1, max_size=4), st.lists(TEXT, max_size=3))
def test_ids_are_one_word_and_stand_once(texts: list[str], taken: list[str]) -> None:
    """No proposal has the id of another, or of a commitment on file."""
    ledger = make_ledger(*[make_commitment(name) for name in {"act", *taken} if name])
    of = made(ledger, *[f"They will {text}." for text in texts])
    names = [name.casefold() for name in of.ids]
    assert len(names) == len(set(names))
    assert not {*names} & {name.casefold() for name in ledger.commitments}


def test_the_data_have_every_sentence_and_every_proposal() -> None:
    """A program finds the span, the outcome, the owners, the deadline and what is a guess."""
    found = json.loads(data.document(made(LEDGER, *TEXTS), SAY))
    assert [each["outcome"] for each in found["sentences"]] == [
        *("left-out", "proposed", "perhaps", "left-out")
    ]
    second = found["sentences"][1]
    assert TEXTS[0][second["start"] : second["end"]] == second["text"] == "They will act in 2024."
    assert (second["paragraph"], second["position"]) == ("1", 1)
    assert type(second["position"]) is int
    (proposal,) = second["proposals"]
    assert proposal["owners"] == ["UK", "Japan"]
    assert proposal["window"] == ["2024-01-01", "2024-12-31"]
    assert (proposal["deadline"], proposal["deadline_text"]) == ("2024", "in 2024")
    assert proposal["inferred"] == [{"key": "owners", "because": "collective", "words": "will"}]


@pytest.mark.parametrize("name", CORPUS)
def test_no_hostile_text_acts_on_who_reads_the_draft(name: str) -> None:
    """In no format does a text of the statement steer what shows it, or become markup."""
    text = CORPUS[name]
    of = made(LEDGER, f"They will {text} act.", f"{text}", title=text, address=text)
    for document in (written(of), data.document(of, SAY), page.page(of, SAY)):
        assert not STEERING.search(document)
    tomllib.loads(written(of))
    tree = html5lib.parse(page.page(of, SAY))
    tags = {str(each.tag) for each in tree.iter()}
    assert not tags & {f"{HTML}{tag}" for tag in ("script", "img", "iframe", "b1", "form", "svg")}


def test_the_page_has_the_statement_beside_what_became_of_it() -> None:
    """Sentence and outcome bear one number and lead to each other; nothing is said in colour alone."""
    tree = html5lib.parse(page.page(made(LEDGER, *TEXTS), SAY), namespaceHTMLElements=False)
    sentences = [each for each in tree.iter("span") if "sentence" in each.get("class", "").split()]
    said = ["".join(each.itertext()).split(maxsplit=1) for each in sentences[3:]]
    assert [number for number, _text in said] == ["1", "2", "3", "4"]
    assert [text.strip() for _number, text in said][1] == "They will act in 2024."
    outcomes = [
        " ".join(part for element in each for part in element.itertext())
        for each in tree.iter("p")
        if each.get("class") == "outcome"
    ]
    assert all(re.match(r"\d (left out|proposed|perhaps) it", each) for each in outcomes)
    assert [each[:9] for each in outcomes] == ["1 left ou", "2 propose", "3 perhaps", "4 left ou"]
    ids = {each.get("id") for each in tree.iter() if each.get("id")}
    links = [each.get("href", "") for each in tree.iter("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= ids
    assert [each.text for each in tree.iter("mark")] == ["will", "may"]


def test_the_page_asks_for_nothing() -> None:
    """No script and no request: the policy allows this style alone."""
    tree = html5lib.parse(page.page(made(LEDGER, *TEXTS), SAY), namespaceHTMLElements=False)
    (policy,) = (each.get("content") or "" for each in tree.iter("meta") if each.get("http-equiv"))
    (style,) = (each.text or "" for each in tree.iter("style"))
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    assert not {str(each.tag) for each in tree.iter()} & {"script", "link", "img", "iframe"}
    assert "url(" not in style


def test_a_page_links_only_to_the_web() -> None:
    """What is given as the statement's address may be anything."""
    assert '<a href="javascript' not in page.page(
        made(LEDGER, *TEXTS, address="javascript:x()"), SAY
    )
    linked = page.page(made(LEDGER, *TEXTS, address="https://example.org/s"), SAY)
    assert '<a href="https://example.org/s">' in linked


@pytest.mark.parametrize("renderer", [toml.tables, page.page, data.document])
def test_the_same_draft_is_the_same_bytes(renderer: object) -> None:
    """No clock and no chance is in a draft."""
    assert callable(renderer)
    assert renderer(made(LEDGER, *TEXTS), SAY) == renderer(made(LEDGER, *TEXTS), SAY)


def test_a_period_keeps_its_spelling() -> None:
    """A fiscal year is written as one."""
    of = made(LEDGER, "They will act in 2024.")
    (sentence,) = of.draft.sentences
    (proposal,) = sentence.proposals
    fiscal = replace(proposal, deadline=Period.parse("FY2024-H1"))
    draft = replace(of.draft, sentences=(replace(sentence, proposals=(fiscal,)),))
    assert 'deadline        = "FY2024-H1"' in written(replace(of, draft=draft))


def test_what_a_proposal_may_take_the_place_of_is_offered_and_never_set() -> None:
    """The title stands beside it, the key behind #; the page and the data name it too."""
    title = 'A "closer" look\n[progress]'
    near = (make_commitment("look", title=title), make_commitment("second"))
    of = made(LEDGER, *TEXTS)
    of = replace(of, resembling={of.ids[0]: near[:1], of.ids[1]: near})
    text = toml.tables(of, SAY)
    assert text.count("It may take the place of an open commitment of m1") == 3
    assert '\n# supersedes = "look"\n' in text
    assert '\n# supersedes = ["look", "second"]\n' in text
    tables = tomllib.loads(text)["commitment"]
    assert not any("supersedes" in table for table in tables.values())
    freed = tomllib.loads(uncommented(text))["commitment"]
    assert freed[of.ids[0]]["supersedes"] == "look"
    found = json.loads(data.document(of, SAY))
    names = [
        each["id"] for s in found["sentences"] for p in s["proposals"] for each in p["resembles"]
    ]
    assert names == ["look", "look", "second"]
    assert page.page(of, SAY).count("It may take the place of") == 3


@pytest.mark.parametrize("lang", [JAPANESE, BOTH])
@pytest.mark.parametrize("text", CORPUS.values(), ids=CORPUS)
def test_the_tables_are_the_same_in_every_language(lang: str, text: str) -> None:
    """Remarks are in the language asked for; keys, ids and marks are no language's."""
    of = made(LEDGER, *TEXTS, f"They will {text}.")
    said = toml.tables(of, speak(lang))
    assert tomllib.loads(said) == tomllib.loads(written(of))
    assert tomllib.loads(uncommented(said)) == tomllib.loads(uncommented(written(of)))
    assert "提案：誰かが何かを行うとする文言：“will”" in said
    assert "##    対象外：コミットメントの文言なし" in said
    assert ("left out: it has no wording" in said) == (lang == BOTH)
    assert re.search(r"owners .*# inferred: .* / 推定：", said) if lang == BOTH else True


@pytest.mark.parametrize(("lang", "tag"), [(JAPANESE, "ja"), (BOTH, "en")])
def test_a_page_says_which_language_each_part_is_in(lang: str, tag: str) -> None:
    """The page in its own, a statement in English as such; both languages stand below each other."""
    document = page.page(made(LEDGER, *TEXTS), speak(lang))
    tree = html5lib.parse(document, namespaceHTMLElements=False)
    assert tree.get("lang") == tag
    statements = [each for each in tree.iter("section") if each.get("class")]
    assert {each.get("lang") for each in statements} == ({"en"} if tag == "ja" else {None})
    outcomes = {"".join(each.itertext()) for each in tree.iter("b")}
    expected = {"ja": {"提案", "要検討", "対象外"}}
    both = {"proposed提案", "perhaps要検討", "left out対象外"}
    assert outcomes == expected.get(tag, both)
    spans = {each.get("lang") for each in tree.iter("span") if each.get("class") == "in"}
    assert spans == ({"en", "ja"} if lang == BOTH else set())
