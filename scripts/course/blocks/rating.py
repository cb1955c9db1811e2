"""Rating: statements about what one does, rated from 1 to 5."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from lxml.html.builder import E
from markdown.util import AtomicString

from course.blocks.block import CourseBlock, Paper, add_option, add_status
from course.blocks.items import Item, ItemsTreeprocessor, Mistake
from course.marks.page import current
from course.model import Block, replace, text_of
from course.problems import nearest
from course.words import Words

STEPS = range(1, 6)


class Rating(CourseBlock):
    """
    Rating.

    Arguments (1 required):
    - The title.

    Options (all required):
    - `id` (string): permanent and unique in the course; a reader's answers are kept under it.
    - `minutes` (integer): the time that the rating takes.

    Content:
    A list of statements; each begins with the page name of its unit and the name of an activity, in
    square brackets.
    """

    NAME = "rating"
    ARGUMENT = True
    REQUIRED = ("id", "minutes")

    def on_create(self, parent: Element) -> Element:
        """Create the head and a place for the statements."""
        section = self.section(parent)
        self.heading(section)
        self.add_place(section, "content")
        return section

    @staticmethod
    def on_paper(block: Block, paper: Paper) -> None:
        """Turn the statements into a table, a column for each step of the scale."""
        (statements,) = block.parts("statements")
        head = E.tr(E.th({"scope": "col"}, paper.words("blocks.rating.statement")))
        for step in STEPS:
            # The words of both ends stand above their columns.
            word = meaning(paper.words, step) if step in (STEPS[0], STEPS[-1]) else ""
            head.append(E.th({"scope": "col"}, f"{step} ", *([E.br(), word] if word else [])))
        body = E.tbody()
        for number, statement in enumerate(statements, 1):
            legend = text_of(statement.xpath(".//legend")[0])
            row = E.tr(E.th({"scope": "row"}, f"{number}. {legend}"))
            for radio in statement.xpath(".//input"):
                name, value = radio.get("name"), radio.get("value")
                option = f"{value}, {meaning(paper.words, int(value))}"
                row.append(E.td(paper.writing.choice(name, legend, value, option)))
            body.append(row)
        replace(statements, E.table({"data-part": "statements"}, E.thead(head), body))

    @staticmethod
    def to_read(block: Block, paper: Paper) -> None:
        """Leave of the statements their words."""
        (statements,) = block.parts("statements")
        items = [E.li(text_of(legend)) for legend in statements.xpath("li//legend")]
        replace(statements, E.ol({"data-part": "statements"}, *items))


def meaning(words: Words, step: int) -> str:
    """Return what a step of the scale means."""
    return words(f"blocks.rating.steps.{step}")


def add_scale(section: Element, words: Words) -> None:
    """Add the scale, each step with its meaning."""
    scale = SubElement(section, "p", {"data-part": "scale"})
    for step in STEPS:
        each = SubElement(scale, "span")
        number = SubElement(each, "span", {"data-part": "step"})
        number.text = AtomicString(str(step))
        number.tail = AtomicString(f" {meaning(words, step)}")
        each.tail = " "


class RatingTreeprocessor(ItemsTreeprocessor):
    """Give each statement its scale."""

    name = Rating.NAME
    plural = "statements"
    pattern = "- [page activity] …"

    def mistakes(self, section: Element, content: Element, items: list[Item]) -> Iterator[Mistake]:
        """Yield what is wrong with the statements."""
        course = current(self.md).course
        names = [each.name for each in course.activities]
        labels = [item.label for item in items]
        folder = course.docs / course.units.folder
        units = sorted(path.stem for path in folder.glob("*.md") if path.stem != "index")
        wrong = False
        for label in dict.fromkeys(labels):
            page, _, activity = label.partition(" ")
            near = nearest(page, units, 1) or page
            right = f"[{near} {nearest(activity, names, 1) or names[0]}]" if names else "[]"
            if activity not in names or page not in units:
                wrong = True
            if activity in units and page in names:
                yield f'a statement is marked "[{label}]"', f"write [{activity} {page}]", label
            elif activity not in names:
                remedy = f"write the page name of a unit, then {' or '.join(names)}, as in {right}"
                yield f'a statement is marked "[{label}]"', remedy, label
            elif page not in units:
                what = f'a statement is about "{page}", which is no page in {course.units.folder}/'
                yield what, f"write {nearest(page, units, 20)}", label
        for label in sorted({label for label in labels if labels.count(label) > 1}):
            wrong = True
            what = f'two statements are marked "[{label}]"'
            yield what, "write one for each activity", label
        if not wrong:
            yield from left_out(labels, names)

    def complete(self, section: Element, content: Element, items: list[Item]) -> None:
        """Add the statements, each with its buttons."""
        add_scale(section, self.words)
        listed = SubElement(section, "ol", {"data-part": "statements"})
        names = []
        for item in items:
            page, activity = item.label.split()
            names.append(f"{section.get('id')}-{page}-{activity}")
            facts = {"data-statement": "", "data-unit": page, "data-activity": activity}
            fieldset = SubElement(SubElement(listed, "li", facts), "fieldset")
            SubElement(fieldset, "legend").text = item.text
            for step in STEPS:
                label = add_option(fieldset, "span", names[-1], str(step))
                label.text = AtomicString(str(step))
                # The scale above says what a step means; who hears the page hears it here.
                heard = SubElement(label, "span", {"class": "visually-hidden"})
                heard.text = AtomicString(f", {meaning(self.words, step)}")
        section.set("data-keeps", " ".join(names))
        add_status(section, "kept")


def left_out(labels: list[str], names: list[str]) -> Iterator[Mistake]:
    """Yield each statement that is missing of a unit which has others."""
    for unit in dict.fromkeys(label.partition(" ")[0] for label in labels):
        for name in names:
            if f"{unit} {name}" not in labels:
                yield f'"{unit}" has no statement on {name}', f"write - [{unit} {name}] …", unit


TREEPROCESSORS = (RatingTreeprocessor,)
