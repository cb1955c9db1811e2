"""A course about something else, in another language: its site has nothing of ours."""

from __future__ import annotations

import re

import pytest

from course.blocks import kinds
from course.model import blocks, mark_of, text_of
from course.rules.material import Material
from course.rules.registry import RULES, examine
from course.site.page import Page, read_pages
from tests.courses.build import BALCONY, ROOT, Built, Courses
from tests.courses.reading import english, hues, sources_of_site, texts_of_site, words

# What this course is about, and what it compares.
OURS = re.compile(r"\b(?:manag(?:e|ing)|lead(?:ing)?|dimensions?)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def balcony(courses: Courses) -> Built:
    """Return the course with its site."""
    return courses.build("balcony", BALCONY)


def own_pages(balcony: Built) -> list[Page]:
    """Return the pages with something to do, in order."""
    order = (
        "start/standort/",
        "kapitel/tomaten/",
        "kapitel/salat/",
        "praxis/woche/",
        "praxis/plan/",
    )
    return [balcony.pages[name] for name in order]


def test_it_is_built_without_a_message(balcony: Built) -> None:
    assert balcony.messages == []
    assert len(balcony.pages) == 17


def test_it_has_every_kind_of_block(balcony: Built) -> None:
    found = {block.kind for page in balcony.pages.values() for block in blocks(page.tree)}
    pages = (page.tree for page in balcony.pages.values())
    folds = [text_of(each) for tree in pages for each in tree.xpath("//*[@data-fold]/summary")]
    # What a phone folds is no block of its own.
    assert set(kinds(balcony.course)) - found == {"more"}
    assert "Was der Wind tut" in folds
    assert {"comparison", "references"} <= found


def test_only_a_page_that_names_a_mark_has_one(balcony: Built) -> None:
    marks = [path for path, page in balcony.pages.items() if mark_of(page.tree) is not None]
    assert marks == ["kapitel/tomaten/"]
    side_by_side = balcony.pages["kapitel/"].tree
    assert len(side_by_side.xpath("//h2/*[@data-part='emblem']")) == 1


def test_no_rule_finds_a_mistake_or_nothing_to_look_at(balcony: Built) -> None:
    pages = read_pages(balcony.site, balcony.course.docs)
    report = examine(RULES["course"], Material(balcony.course, pages, balcony.site))
    assert report.problems == []
    # What the rules know of German is not much.
    assert [line.partition(":")[0] for line in report.unproved] == [
        "questions.wording is left out",
        "questions.patterns looked at nothing",
        "cues.cues is left out",
        "reading.grades is left out",
        "reading.pronouns is left out",
        "reading.signs is left out",
        "reading.spelling is left out",
    ]


def test_no_english_word_is_left(balcony: Built) -> None:
    unwanted = english(balcony)
    assert {"answer", "question", "search", "skip", "your", "kept"} < unwanted
    found = {(word, where) for where, text in texts_of_site(balcony) for word in words(text)}
    assert {(word, where) for word, where in found if word in unwanted} == set()


def test_an_english_word_would_be_found(courses: Courses, balcony: Built) -> None:
    file = "overrides/words/de.yml"
    text = (BALCONY / file).read_text("utf-8").replace("Deine Antwort\n", "Your answer\n", 1)
    other = courses.build("balcony-untranslated", BALCONY, {file: text})
    found = {word for _, text in texts_of_site(other) for word in words(text)}
    assert found & english(balcony) == {"your", "answer"}


def test_nothing_of_ours_is_left(balcony: Built) -> None:
    texts = dict(sources_of_site(balcony.site))
    assert {"assets/course.css", "assets/course.js", "index.html"} < set(texts)
    assert {name for name, text in texts.items() if OURS.search(text)} == set()


def test_no_hue_of_ours_is_left(balcony: Built) -> None:
    ours = {hue for file in (ROOT / "overrides").rglob("*.css") for hue in hues(file)}
    theirs = hues(BALCONY / "overrides/assets/css/tokens.css")
    assert len(ours) >= 10
    assert not ours & theirs
    site = " ".join(text for _, text in sources_of_site(balcony.site)).lower()
    assert {hue for hue in ours if hue in site} == set()
    # Tints that paper alone uses are not sent.
    tokens = (BALCONY / "overrides/assets/css/tokens.css").read_text("utf-8")
    shown = re.findall(r"--hue-\d: (#[0-9a-f]{6})", tokens)
    assert len(shown) == 6
    assert [hue for hue in shown if hue not in site] == []


def test_the_tokens_have_the_names_of_ours(balcony: Built) -> None:
    pattern = re.compile(r"^\s*(--(?!hue-\d)[\w-]+):", re.MULTILINE)
    ours, theirs = (
        set(pattern.findall((root / "overrides/assets/css/tokens.css").read_text("utf-8")))
        for root in (ROOT, BALCONY)
    )
    assert ours == theirs


def test_the_theme_speaks_german(balcony: Built) -> None:
    tree = balcony.pages["kapitel/tomaten/"].tree
    assert tree.get("lang") == "de"
    assert tree.xpath("//input[@name='query']/@placeholder") == ["Suche"]
    assert [text_of(link) for link in tree.xpath("//a[@class='md-skip']")] == ["Zum Inhalt"]
    (script,) = (balcony.site / "assets/javascripts").glob("bundle.*.js")
    assert '"search.result.none":"Keine Suchergebnisse"' in script.read_text("utf-8")


def test_times_are_counted_and_said_in_german(balcony: Built) -> None:
    found = balcony.pages[""].tree.xpath("//article//span[@data-time]")
    assert [text_of(place) for place in found] == ["45 Minuten", "5 bis 15 Minuten", "5 Minuten"]


def test_three_activities_are_compared(balcony: Built) -> None:
    (table,) = blocks(balcony.pages["kapitel/salat/"].tree, "comparison")
    heads = [
        (text_of(head), head.get("data-column"), head.get("data-hue"), head.get("data-sign"))
        for head in table.element.xpath(".//thead//th")
    ]
    assert heads == [
        ("Merkmal", "criterion", None, None),
        ("Wenn du säst", "activity", "1", "●"),
        ("Wenn du pflegst", "activity", "2", "◆"),
        ("Wenn du erntest", "activity", "3", "■"),
        ("Bei allem", "both", None, "●◆■"),
        ("Herkunft", "note", None, None),
    ]


def test_terms_and_sources_lead_to_its_own_pages(balcony: Built) -> None:
    tree = balcony.pages["kapitel/salat/"].tree
    terms = tree.xpath("//article//a[@data-term]")
    assert [(link.get("href"), link.get("title")) for link in terms] == [
        (
            "../../nachschlagen/begriffe/#folgesaat",
            "Säen in kurzen Abständen, damit immer etwas so weit ist.",
        )
    ]
    cited = tree.xpath("//article//span[@data-cite]/a/@href")
    assert set(cited) == {
        f"../../nachschlagen/quellen/#{key}"
        for key in ("acker2019", "beet2020", "beet2020a", "stadt2018")
    }
    (references,) = blocks(tree, "references")
    assert text_of(references.element).startswith("Quellen dieser Seite")
    assert "In Kästen und Töpfe (S. 30–41)." in text_of(references.element)


def test_the_profile_has_a_line_for_each_activity_of_each_unit(balcony: Built) -> None:
    (profile,) = blocks(balcony.pages["praxis/plan/"].tree, "profile")
    names = [
        f"{unit}-{name}" for unit in ("tomaten", "salat") for name in ("saeen", "pflegen", "ernten")
    ]
    lines = profile.element.xpath(".//*[local-name()='path'][@data-rating]")
    assert [line.get("data-rating") for line in lines] == [
        f"{rating}-{name}" for rating in ("standort", "danach") for name in names
    ]
    rows = [text_of(row.xpath("th")[0]) for row in profile.element.xpath(".//tbody/tr")]
    assert rows == [f"{sign} {unit}" for unit in ("Tomaten", "Salat") for sign in "●◆■"]


def test_the_notebook_has_a_place_for_each_answer(balcony: Built) -> None:
    kept = {name for page in own_pages(balcony) for b in blocks(page.tree) for name in b.keeps}
    (notebook,) = blocks(balcony.pages["merkheft/"].tree, "notebook")
    assert {"standort-salat-ernten", "woche-montag.path", "vorhaben-eins-date"} <= kept
    ids = " ".join(notebook.element.xpath(".//@data-ids")).split()
    own = [name.partition(".")[0] for name in kept]
    assert [name for name in own if not any(f"{name}-".startswith(f"{id_}-") for id_ in ids)] == []


def test_blocks_are_numbered_through_the_course(balcony: Built) -> None:
    order = (
        "start/standort/",
        "kapitel/tomaten/",
        "kapitel/salat/",
        "praxis/woche/",
        "praxis/plan/",
    )
    found = [block for name in order for block in blocks(balcony.pages[name].tree)]
    for series in ("exercise", "question", "decision", "plan"):
        numbers = [block.number for block in found if block.series == series]
        assert numbers == list(range(1, len(numbers) + 1))
        assert numbers
