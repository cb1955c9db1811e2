"""Notebook: the place for everything that the reader wrote, and what can be done with it.

`course.site.notebook` puts a hidden part for every page into it, and a script fills and shows those
that have an answer.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from course.blocks.block import CourseBlock, add_buttons

ACTIONS = ("printPage", "download", "downloadText", "deleteAll", "undo")


class Notebook(CourseBlock):
    """
    Notebook.

    Arguments: none.

    Options: none.

    Content: none.
    """

    NAME = "notebook"

    def on_create(self, parent: Element) -> Element:
        """Create the buttons, the messages and the place for the answers."""
        division = self.element(parent, "div")
        self.add_reminder(division)
        self.add_tools(division)
        messages = SubElement(division, "ul", {"data-part": "messages", "hidden": ""})
        for name, text in self.course.words.entry("blocks.notebook.messages").items():
            SubElement(messages, "li", {"data-message": name}).text = AtomicString(text)
        self.add_text(division, "p", "nothing").set("data-part", "nothing")
        SubElement(division, "div", {"data-part": "answers"})
        return division

    def add_reminder(self, parent: Element) -> None:
        """Add what is said when much is in no downloaded file yet."""
        line = SubElement(parent, "p", {"data-part": "reminder", "hidden": ""})
        strong = self.add_text(line, "strong", "reminder.what")
        strong.tail = AtomicString(f" {self.course.words('blocks.notebook.reminder.why')}")

    def add_tools(self, parent: Element) -> None:
        """Add the buttons, the field for a file and the place of messages."""
        words = self.course.words
        tools = SubElement(parent, "div", {"data-part": "notebook-tools", "hidden": ""})
        line = add_buttons(tools, words, *ACTIONS)
        del line.attrib["hidden"]
        line.remove(line[-1])
        for button in line:
            if button.get("data-do") == "deleteAll":
                button.set("data-ask", words("blocks.notebook.ask"))
        line = SubElement(tools, "p")
        label = self.add_text(line, "label", "load")
        label.set("for", "load")
        label.tail = " "
        file = {"type": "file", "id": "load", "accept": ".json,application/json"}
        SubElement(line, "input", {**file, "data-do": "load"})
        SubElement(tools, "p", {"data-part": "status", "role": "status"})

    def add_text(self, parent: Element, tag: str, key: str) -> Element:
        """Add an element with words of the notebook."""
        element = SubElement(parent, tag)
        element.text = AtomicString(self.course.words(f"blocks.notebook.{key}"))
        return element
