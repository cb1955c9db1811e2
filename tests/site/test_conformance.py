"""The built pages keep rules of HTML that the theme or a block has broken, or easily breaks.

The Nu HTML checker knows all of them, needs Java, and takes longer than all of this:
CONTRIBUTING.md says how to run it. What it found is looked for here.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from course.site.page import parse

# What may not be there, by what HTML says of it (https://html.spec.whatwg.org/).
FAULTS = {
    "a part of a table has a role": "//table[not(@role) or @role='table']//*[self::thead or "
    "self::tbody or self::tr or self::th or self::td][@role]",
    "a table has the role that it has anyway": "//table[@role='table']",
    "autocomplete is for what is typed": "//input[@type='checkbox' or @type='radio']"
    "[@autocomplete]",
    "tabindex has no number": "//*[@tabindex][not(number(@tabindex) = number(@tabindex))]",
    "aria-expanded is on what opens": "//nav[@aria-expanded]",
    "an obsolete attribute": "//*[@align or @bgcolor or @valign or @border or @cellpadding]",
    "an id has a space, or is empty": "//*[@id][@id='' or contains(@id, ' ')]",
    "a label names no field": "//label[@for][not(@for = //*[self::input or self::textarea or "
    "self::select or self::output or self::button]/@id)]",
    "a list has what is no item": "//*[self::ul or self::ol]/*[not(self::li or self::template or "
    "self::script)]",
    "something to press is in something to press": "//*[self::a[@href] or self::button]//*"
    "[self::a[@href] or self::button or self::input]",
    "a block is in a paragraph": "//*[self::p or self::span or self::button]//*[self::div or "
    "self::ul or self::ol or self::table or self::p or self::section]",
    "a table has heads without a scope": "//table[.//td]//th[not(@scope)]"
    "[ancestor::table/@data-part or ancestor::table/@data-block]",
    "aria names what is not there": "//*[@aria-labelledby][not(//@id = @aria-labelledby)]"
    "[not(contains(@aria-labelledby, ' '))]",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_no_page_breaks_a_rule_of_html(site: Path, fault: str) -> None:
    found = {
        file.relative_to(site).as_posix(): [element.tag for element in elements]
        for file in site.rglob("*.html")
        if (elements := parse(file.read_text("utf-8")).xpath(FAULTS[fault]))
    }
    assert found == {}


def test_ids_are_given_once(site: Path) -> None:
    for file in site.rglob("*.html"):
        ids = parse(file.read_text("utf-8")).xpath("//@id")
        assert len(ids) == len(set(ids)), file
