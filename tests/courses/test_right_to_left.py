"""A language from right to left, on a narrow screen; and no sentence comes from the code.

Its words are made from the English ones: in other letters, and in brackets. What is seen and stands
neither in brackets nor in the course's own text nor in a translation of the theme or of the style
of references is a sentence in the code.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import citeproc
import pytest
import yaml
from playwright.sync_api import Dialog, Page, expect

from tests.courses.browser import open_course
from tests.courses.build import BALCONY, ROOT, Built, Courses
from tests.courses.reading import LANGUAGES, texts_of_site, words, words_of_course

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDTH = 320
# The words of the style of references.
STYLE = Path(citeproc.__file__).parent / "data/locales/locales-he-IL.xml"
LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיכלמנסעפצקרשתךםןף")
RE_BRACKETS = re.compile(r"⟦[^⟦⟧]*⟧")
# What a reader sees and hears of a page now: texts, names, and what the style sheet adds.
SEEN = """() => {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const found = [];
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    if (seen(nodes.currentNode.parentElement)) found.push(nodes.currentNode.data);
  }
  for (const element of document.body.querySelectorAll("*")) {
    if (!seen(element)) continue;
    for (const name of ["alt", "aria-label", "placeholder", "title"]) {
      found.push(element.getAttribute(name) ?? "");
    }
    for (const part of ["::before", "::after"]) {
      const { content } = getComputedStyle(element, part);
      if (content.includes('"')) found.push(content);
    }
  }
  return found;
}"""
# What sticks out of the screen; what scrolls or is cut off at its own edge does not.
TOO_WIDE = """(width) => {
  const holds = (element) => getComputedStyle(element).overflowX !== "visible";
  const around = (element) => {
    const parent = element.parentElement;
    return parent && parent !== document.body && (holds(parent) || around(parent));
  };
  const found = [];
  if (document.documentElement.scrollWidth > width) found.push("the page");
  for (const element of document.querySelectorAll("article *")) {
    const { left, right } = element.getBoundingClientRect();
    if (right - left > 1 && (left < -1 || right > width + 1) && !around(element)) {
      if (element.checkVisibility({ visibilityProperty: true })) found.push(element.outerHTML);
    }
  }
  return found.map((html) => html.slice(0, 120));
}"""


def turned(entry: Any) -> Any:
    """Return words in other letters and in brackets; names in braces stay."""
    if isinstance(entry, dict):
        return {key: turned(value) for key, value in entry.items()}
    parts = re.split(r"({[\w-]+})", entry)
    texts = [part if part.startswith("{") else part.lower().translate(LETTERS) for part in parts]
    return f"⟦{''.join(texts)}⟧"


def language() -> dict[str, str]:
    """Return what a course in this language has of its own."""
    english = yaml.safe_load((ROOT / "overrides/words/en.yml").read_text("utf-8"))
    of_language = {"locale": "he_IL", "date": "d MMMM y"}
    entries = {**turned(english["extra"]["words"]), **of_language}
    ours = {"theme": {"language": "he"}, "extra": {"words": entries}}
    config = (BALCONY / "mkdocs.yml").read_text("utf-8")
    return {
        "overrides/words/he.yml": yaml.safe_dump(ours, allow_unicode=True),
        "mkdocs.yml": config.replace("words/de.yml", "words/he.yml"),
    }


@pytest.fixture(scope="module")
def course(courses: Courses) -> Built:
    """Return the course in this language."""
    built = courses.build("right-to-left", BALCONY, language())
    assert built.messages == []
    return built


@pytest.fixture(scope="module")
def known(course: Built) -> set[str]:
    """Return the words of the course's own text, and of the translations of others."""
    nouns = [activity.noun for activity in course.course.activities]
    # In this language, “and” is joined to the word after it.
    return words_of_course(course) | words_of_others() | words(course.course.words.list(nouns))


def words_of_others() -> set[str]:
    """Return the words of the theme, and of the style of references, in this language."""
    theme = re.findall(r'": "([^"]*)"', (LANGUAGES / "he.html").read_text("utf-8"))
    style = re.sub(r"<[^>]*>", " ", STYLE.read_text("utf-8"))
    # In every language the theme calls its picture so; the name of the link around it is heard.
    return words(" ".join([*theme, style, "logo"]))


def strange(texts: list[str], known: set[str]) -> set[str]:
    """Return the texts with words that are neither in brackets nor known."""
    found = set()
    for text in texts:
        rest = text
        while RE_BRACKETS.search(rest):  # one text may be filled into another
            rest = RE_BRACKETS.sub(" ", rest)
        if words(rest) - known:
            found.add(" ".join(text.split()))
    return found


def check(page: Page, known: set[str]) -> None:
    """Check what is on the screen now."""
    assert strange(page.evaluate(SEEN), known) == set()
    assert page.evaluate(TOO_WIDE, WIDTH) == []


def click_all(page: Page, *actions: str) -> None:
    """Press every button of some actions that can be pressed."""
    for action in actions:
        for button in page.locator(f"main [data-do={action}]").all():
            if button.is_visible():
                button.click()


def answer_all(page: Page) -> None:
    """Answer everything that a page asks for."""
    for field in page.locator("main textarea:visible").all():
        field.fill("x")
    for field in page.locator("main input[type=number]:visible").all():
        field.fill("3")
    for group in page.locator("main fieldset:visible").all():
        button = group.locator("input[type=radio]")
        if button.count() and button.first.is_visible():
            button.first.check()
    for box in page.locator("[data-block=finish] input").all():
        box.check()


def accept_all(page: Page) -> list[str]:
    """Say yes to everything that a page asks, and return what it asks, as it does."""
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.accept()

    page.on("dialog", accept)
    return asked


@pytest.fixture
def narrow(page: Page) -> Page:
    """Return a narrow page."""
    page.set_viewport_size({"width": WIDTH, "height": 640})
    return page


PAGES = sorted(path.relative_to(BALCONY / "docs") for path in (BALCONY / "docs").rglob("*.md"))
ADDRESSES = [str(path.parent if path.stem == "index" else path.with_suffix("")) for path in PAGES]


@pytest.mark.parametrize("path", [*ADDRESSES, "nirgends"])
def test_every_word_is_known_and_has_room(
    narrow: Page, course: Built, known: set[str], path: str
) -> None:
    open_course(narrow, course, "" if path == "." else f"{path}/")
    expect(narrow.locator("body")).to_have_css("direction", "rtl")
    expect(narrow.locator("html")).to_have_attribute("lang", "he")
    check(narrow, known)
    answer_all(narrow)
    check(narrow, known)
    click_all(narrow, "check", "showConsequence", "showFinding")
    check(narrow, known)
    click_all(narrow, "others", "tryAgain", "seen", "again", "everyQuestion")
    for details in narrow.locator("main details").all():
        details.evaluate("(element) => { element.open = true; }")
    check(narrow, known)


def test_every_word_of_the_menu_and_the_search_is_known(
    narrow: Page, course: Built, known: set[str]
) -> None:
    open_course(narrow, course, "kapitel/tomaten/")
    for name in ("__drawer", "__search"):
        narrow.locator(f".md-header__button[for={name}]").click()
        narrow.wait_for_timeout(400)  # it slides in
        assert strange(narrow.evaluate(SEEN), known) == set()
        narrow.reload()


def test_every_word_of_the_story_is_known(narrow: Page, course: Built, known: set[str]) -> None:
    asked = accept_all(narrow)
    open_course(narrow, course, "praxis/woche/")
    for _ in range(2):
        narrow.locator("[data-part=ways] a:visible").first.click()
        check(narrow, known)
    narrow.locator("[data-block=story] summary").click()
    check(narrow, known)
    click_all(narrow, "startAgain")
    assert len(asked) == 1
    assert strange(asked, known) == set()


def test_every_word_of_the_notebook_is_known(
    narrow: Page, course: Built, known: set[str], tmp_path: Path
) -> None:
    asked = accept_all(narrow)
    for path in ("start/standort/", "kapitel/tomaten/", "praxis/plan/"):
        open_course(narrow, course, path)
        answer_all(narrow)
    narrow.locator("input[type=date]").fill("2099-05-01")
    with narrow.expect_download() as calendar:
        click_all(narrow, "calendar")
    # A long line goes on in the next one, after a space.
    lines = re.sub(r"\r?\n ", "", calendar.value.path().read_text("utf-8"))
    summaries = re.findall(r"^SUMMARY:(.*)", lines, re.MULTILINE)
    assert summaries
    assert strange(summaries, known) == set()
    open_course(narrow, course, "merkheft/")
    expect(narrow.locator("[data-part=answers] h3:visible").first).to_be_visible()
    check(narrow, known)
    with narrow.expect_download() as notes:
        click_all(narrow, "downloadText")
    text = re.sub(
        r"<(style)\b.*?</\1>|<[^>]*>", "\n", notes.value.path().read_text("utf-8"), flags=re.S
    )
    assert strange(text.splitlines(), known) == set()
    wrong = tmp_path / "wrong.json"
    wrong.write_text("[]", "utf-8")
    narrow.locator("#load").set_input_files(wrong)
    expect(narrow.locator("[data-part=status]")).not_to_be_empty()
    check(narrow, known)
    click_all(narrow, "deleteAll")
    check(narrow, known)
    click_all(narrow, "undo")
    check(narrow, known)
    assert len(asked) == 1
    assert strange(asked, known) == set()


def test_the_built_pages_have_no_other_words(course: Built, known: set[str]) -> None:
    texts = [text for _, text in texts_of_site(course)]
    assert strange(texts, known) == set()


def test_a_sentence_in_the_code_would_be_found(
    narrow: Page, course: Built, known: set[str]
) -> None:
    open_course(narrow, course, "kapitel/salat/")
    narrow.evaluate("document.querySelector('h1').append(' Read on')")
    narrow.evaluate("document.querySelector('h1').setAttribute('title', 'A title')")
    with pytest.raises(AssertionError, match="Read on"):
        check(narrow, known)
    assert strange(["⟦שם ⟦א⟧⟧ 3 Salat", "⟦שם⟧ or"], known) == {"⟦שם⟧ or"}


def test_what_sticks_out_would_be_found(narrow: Page, course: Built) -> None:
    open_course(narrow, course, "kapitel/salat/")
    narrow.evaluate("document.querySelector('article p').style.width = '400px'")
    assert narrow.evaluate(TOO_WIDE, WIDTH) != []
