"""Repairs of the theme's HTML, each with the rule that it satisfies.

The names of rules are those of axe-core; the numbers are success criteria of WCAG 2.2. What needs
a script, the keyboard in the menu and the search, is in overrides/assets/js/keyboard.js.
"""

from __future__ import annotations

from html import escape

from course.model import text_of
from course.site.page import Page
from course.words import Words

CONTENT_ID = "__content"


def repair(page: Page, words: Words) -> None:
    """Make all repairs of a page.

    Arguments:
        page: the page.
        words: the words of its language.
    """
    name_search_dialog(page, words)
    announce_search_results(page)
    name_section_menus(page)
    tell_contents_apart(page, words)
    drop_invalid_attributes(page)
    mark_current_page(page)
    hide_icons(page)
    point_skip_link(page, words)
    name_headings(page)
    name_blocks(page)


def name_search_dialog(page: Page, words: Words) -> None:
    """Give the search dialog a name (aria-dialog-name, 4.1.2)."""
    for dialog in page.of_class("md-search"):
        dialog.set("aria-label", words("page.search"))


def announce_search_results(page: Page) -> None:
    """Say the number of search results (4.1.3)."""
    for result in page.of_class("md-search-result__meta"):
        result.set("role", "status")


def name_section_menus(page: Page) -> None:
    """Name the menu of a section by its title (landmark-unique, 2.4.6).

    The theme names it by a label, which has no text where the section has a page of its own.
    """
    for menu in page.tree.xpath("//nav[@aria-labelledby]"):
        for title in menu.xpath("./label"):
            menu.set("aria-label", text_of(title))
            del menu.attrib["aria-labelledby"]


def tell_contents_apart(page: Page, words: Words) -> None:
    """Give the second table of contents, in the menu, another name (landmark-unique, 2.4.6)."""
    for menu in page.of_class("md-nav--primary"):
        inside = ".//nav[contains(@class, 'md-nav--secondary')][not(@data-named)]"
        for contents in menu.xpath(inside):
            name = words("page.contents-in-menu", name=contents.get("aria-label", ""))
            contents.set("aria-label", name)
            # A site that is finished twice has each name once.
            contents.set("data-named", "")


def drop_invalid_attributes(page: Page) -> None:
    """Remove what the theme has and HTML does not allow (4.1.2).

    An empty `tabindex`, `aria-expanded` on the thing that opens, as it belongs on the control, and
    `autocomplete` on boxes to tick.
    """
    for element in page.tree.xpath("//label[@tabindex='']"):
        del element.attrib["tabindex"]
    for element in page.tree.xpath("//nav[@aria-expanded]"):
        del element.attrib["aria-expanded"]
    for element in page.tree.xpath("//input[@type='checkbox' or @type='radio'][@autocomplete]"):
        del element.attrib["autocomplete"]


def mark_current_page(page: Page) -> None:
    """Say which link of the menu is this page; colour alone shows it (1.4.1)."""
    for link in page.of_class("md-nav__link--active"):
        if link.tag == "a":
            link.set("aria-current", "page")


def hide_icons(page: Page) -> None:
    """Hide a picture that has no name: what it stands in has one (svg-img-alt, 1.1.1)."""
    for picture in page.tree.iter("svg"):
        named = picture.get("aria-label") or picture.get("aria-labelledby") or picture.get("role")
        if not named and picture.find("title") is None:
            picture.set("aria-hidden", "true")


def point_skip_link(page: Page, words: Words) -> None:
    """Let the first link skip to the whole content (bypass, 2.4.1).

    The theme's link skips the title and the summary, and a page without headings has none.
    """
    for content in page.tree.xpath("//main//article[contains(@class, 'md-content__inner')]"):
        content.set("id", CONTENT_ID)
        content.set("tabindex", "-1")
    links = page.of_class("md-skip")
    for link in links:
        link.set("href", f"#{CONTENT_ID}")
    for place in page.tree.xpath("//*[@data-md-component='skip']") if not links else []:
        skip = escape(words("page.skip"))
        page.insert_after(place, f'<a href="#{CONTENT_ID}" class="md-skip">{skip}</a>')


def name_headings(page: Page) -> None:
    """Leave the sign of the link to a heading out of its name, and name the link (2.4.4, 2.4.6).

    A list of headings would else read “Decide ¶”, and a list of links nothing but “¶”.
    """
    for link in page.of_class("headerlink"):
        heading = link.getparent()
        name = text_of(heading)
        heading.set("aria-label", name)
        link.set("aria-label", f"{link.get('title', '¶')}: {name}")


def name_blocks(page: Page) -> None:
    """Name a block by its kind and its title, such as “Exercise: Make the appointment” (2.4.6)."""
    found = page.tree.xpath("//section[@aria-labelledby][p/@data-part='kind']")
    by_id = {each.get("id"): each for each in reversed(page.tree.xpath("//*[@id]"))}
    for block in found:
        title = by_id.get(block.get("aria-labelledby"))
        kind = block.xpath("string(p[@data-part='kind']/*[@data-part='name'])")
        if title is not None:
            block.set("aria-label", f"{kind}: {text_of(title)}")
            del block.attrib["aria-labelledby"]
