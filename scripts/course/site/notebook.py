"""Fills the reader's notebook with a hidden place for every answer that the course can keep.

The place is `<div class="notebook">`. It receives the questions of all pages in their order;
a script shows those that have an answer. So the notebook needs no list of its own, and it works
from a folder, where a script may not read other files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from lxml.html import HtmlElement

from course.site.gather import reading_order, relative, title
from course.site.page import Page

BLOCKS = ("exercise", "question", "decision", "rating", "plan", "scene")
ASKING = "//article//section[{}]".format(
    " or ".join(f"contains(concat(' ', @class, ' '), ' {name} ')" for name in BLOCKS)
)
PROMPT = ".//div[@class='prompt' or @class='content']/*"


@dataclass(frozen=True)
class Answer:
    """One thing that a reader writes or chooses.

    Attributes:
        name: what it is kept under.
        label: what the field asks, if the question above it does not say so.
        options: the words of each value; none for a text.
    """

    name: str
    label: str = ""
    options: dict[str, str] = field(default_factory=dict)


def add_notebook(pages: list[Page]) -> list[Page]:
    """Return the pages with the notebook filled, if it is there and empty.

    Arguments:
        pages: the pages of a site.
    """
    return [fill(page, reading_order(pages)) if place_of(page) else page for page in pages]


def place_of(page: Page) -> list[HtmlElement]:
    """Return the empty notebook of a page."""
    return list(page.tree.xpath("//div[@class='notebook' and not(.//div)]"))


def fill(page: Page, order: list[Page]) -> Page:
    """Return the page of the notebook with the answers of the others."""
    (place,) = place_of(page)
    page.insert_after(place, "".join(page_part(page, other) for other in order))
    return Page(page.name, page.render(), page.source, page.file.partition("/")[0])


def page_part(page: Page, other: Page) -> str:
    """Return the part of the notebook for one page, as HTML; nothing if it asks for nothing."""
    link = escape(relative(page, other.name))
    parts = [question_part(link, *question) for question in questions(other)]
    heading = f'<h2><a href="{link}">{escape(title(other))}</a></h2>'
    return f"<section hidden>{heading}{''.join(parts)}</section>" if parts else ""


def question_part(link: str, section: HtmlElement, answers: list[Answer]) -> str:
    """Return the part for one question, as HTML."""
    heading = f'<h3><a href="{link}#{section.get("id")}">{escape(heading_of(section))}</a></h3>'
    prompts = [] if is_scene(section) else section.xpath(PROMPT)
    prompt = "".join(f"<p>{escape(text)}</p>" for text in map(words, prompts) if text)
    return f"<section hidden>{heading}{prompt}{''.join(map(answer_part, answers))}</section>"


def answer_part(answer: Answer) -> str:
    """Return the place of one answer, as HTML."""
    options = json.dumps(answer.options, ensure_ascii=False) if answer.options else ""
    attribute = f' data-options="{escape(options)}"' if options else ""
    label = f"<p>{escape(answer.label)}</p>" if answer.label else ""
    return f'<div data-answer="{escape(answer.name)}"{attribute} hidden>{label}</div>'


def questions(page: Page) -> Iterator[tuple[HtmlElement, list[Answer]]]:
    """Return the elements of a page that keep answers, each with its answers.

    The scenes of a story keep one together: the path, under the name of the first.
    """
    sections = page.tree.xpath(ASKING)
    scenes = [section for section in sections if is_scene(section)]
    for section in sections:
        if not is_scene(section):
            yield section, list(answers_of(section))
        elif section is scenes[0]:
            titles = {scene.get("id", ""): f"{heading_of(scene)} →" for scene in scenes}
            yield section, [Answer(f"{section.get('id')}.path", "", titles)]


def is_scene(section: HtmlElement) -> bool:
    """Tell whether an element is a scene of a story."""
    return str(section.get("class")) == "scene"


def answers_of(section: HtmlElement) -> Iterator[Answer]:
    """Return what a reader writes or chooses in an element."""
    fields = section.xpath(".//textarea | .//input[@name]")
    for name in dict.fromkeys(each.get("name") for each in fields):
        same = [each for each in fields if each.get("name") == name]
        if same[0].get("type") == "radio":
            options = {each.get("value"): label_of(section, each) for each in same}
            inner = same[0].xpath("ancestor::li//legend")
            yield Answer(name, words(inner[0]) if inner else "", options)
        else:
            only = len({each.get("name") for each in fields}) == 1
            yield Answer(name, "" if only else label_of(section, same[0]))


def heading_of(section: HtmlElement) -> str:
    """Return the title of a block, or the stem of a question."""
    found = section.xpath("./h3 | ./fieldset/legend")
    return words(found[0]).removesuffix("¶") if found else ""


def label_of(section: HtmlElement, element: HtmlElement) -> str:
    """Return the words of a field's label, as they are heard."""
    (label,) = section.xpath(".//label[@for=$id]", id=element.get("id"))
    return words(label)


def words(element: HtmlElement) -> str:
    """Return the text of an element, in one line."""
    return " ".join(str(element.text_content()).split())
