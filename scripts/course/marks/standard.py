"""Marks that the course takes as they are known elsewhere: callouts, notes, lists of tasks, code.

They come from Python-Markdown and pymdown-extensions; what these say in classes and in English,
becomes facts and the words of the course's language.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from course.marks.page import current
from course.problems import nearest
from course.words import Words

EXTENSIONS = (
    *("abbr", "admonition", "footnotes"),
    *("pymdownx.details", "pymdownx.highlight", "pymdownx.quotes", "pymdownx.superfences"),
)
# What a callout is, by the names that Material for MkDocs and GitHub have for it.
CALLOUTS = {
    "note": "note abstract summary tldr info todo example quote cite question help faq",
    "tip": "tip hint success check done",
    "important": "important",
    "warning": "warning caution attention danger error failure fail missing bug",
}
KINDS = {name: kind for kind, names in CALLOUTS.items() for name in names.split()}
NO_TEXT = "write it below, indented by four spaces"
TASKS = {"[ ] ": ("☐", "open"), "[x] ": ("☑", "done"), "[X] ": ("☑", "done")}


def register_standard(md: Markdown, words: Words) -> None:
    """Register what the course takes over."""
    configs: dict[str, dict[str, Any]] = {
        # Colours for the parts of code would need to be told apart on paper too.
        "pymdownx.highlight": {"use_pygments": False},
        "pymdownx.quotes": {"callouts": True},
        "footnotes": {"BACKLINK_TITLE": words("notes.back", number="{}"), "SEPARATOR": "-"},
    }
    md.registerExtensions(list(EXTENSIONS), configs)
    # After the items of blocks (30), which begin alike, and before inline patterns (20).
    md.treeprocessors.register(TasksTreeprocessor(md), "tasks", 24)
    # After quotes (19.99), and ahead of what reads attributes (7).
    md.treeprocessors.register(CalloutsTreeprocessor(md), "callouts", 9)
    # After the notes are put at the end of the page (50), whose text is still to be read.
    md.treeprocessors.register(NotesTreeprocessor(md), "notes", 5.5)


class CalloutsTreeprocessor(Treeprocessor):
    """Say of each callout what it is."""

    def run(self, root: Element) -> None:
        """Find the callouts of the page; report one of no kind."""
        page = current(self.md)
        for element in root.iter():
            names = element.get("class", "").split()
            if "admonition" in names:
                name = next((each for each in names if each != "admonition"), "")
                self.mark_up(element, name)
            elif element.tag == "details" and names and not element.get("data-block"):
                # It opens and closes, whatever it is.
                del element.attrib["class"]
                names = [names[-1]]
            else:
                continue
            wrong = next((each for each in names if each not in (*KINDS, "admonition")), "")
            if wrong:
                signs = (f"!!! {wrong}", f"??? {wrong}", f"[!{wrong.upper()}", wrong)
                line = next((n for n in map(page.line_of, signs) if n > 1), 1)
                near = nearest(wrong, KINDS, 0)
                remedy = f"write {near}" if near else f"write one of {', '.join(CALLOUTS)}"
                page.report(line, f'there is no callout "{wrong}"', remedy)

    def mark_up(self, element: Element, name: str) -> None:
        """Give a callout its kind, and a title in the language of the course."""
        kind = KINDS.get(name, "note")
        del element.attrib["class"]
        element.set("data-callout", kind)
        element.set("role", "note")
        title = next((each for each in element if each.get("class") == "admonition-title"), None)
        if len(element) <= (title is not None) and not (element.text or "").strip():
            page = current(self.md)
            line = next((n for n in map(page.line_of, (f"!!! {name}", name)) if n > 1), 1)
            page.report(line, f"the callout “{name}” has no text", NO_TEXT)
        if title is not None:
            del title.attrib["class"]
            title.set("data-part", "callout-title")
            # Without one of the author's, the extensions make it from the name.
            if "".join(title.itertext()).strip() in (name.capitalize(), name.title()):
                title.text = AtomicString(current(self.md).course.words(f"callouts.{kind}"))


class TasksTreeprocessor(Treeprocessor):
    """Give each task of a list its box."""

    def run(self, root: Element) -> None:
        """Find the items that begin with `[ ]` or `[x]`."""
        words = current(self.md).course.words
        for listed in root.iter("ul"):
            for item in listed:
                loose = len(item) > 0 and item[0].tag == "p" and not (item.text or "").strip()
                first = item[0] if loose else item
                found = TASKS.get((first.text or "")[:4])
                if found:
                    sign, name = found
                    box = Element("span", {"data-part": "box", "role": "img"})
                    box.set("aria-label", words(f"tasks.{name}"))
                    box.text = AtomicString(sign)
                    box.tail = f" {(first.text or '')[4:]}"
                    first.text = None
                    first.insert(0, box)
                    listed.set("data-list", "tasks")


class NotesTreeprocessor(Treeprocessor):
    """Say of the notes at the end of a page what they are."""

    def run(self, root: Element) -> None:
        """Find the notes, and what leads to them and back."""
        for element in root.iter():
            name = element.get("class", "")
            if name == "footnote":
                element.set("data-part", "notes")
            elif name in ("footnote-ref", "footnote-backref"):
                element.set("data-note", "back" if name.endswith("backref") else "there")
            else:
                continue
            del element.attrib["class"]
