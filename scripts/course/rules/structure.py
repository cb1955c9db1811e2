"""What a built page is made of: headings in steps, pictures with a text, links with words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml.etree import XPath
from lxml.html import HtmlElement

from course.marks.mistakes import is_tangled
from course.model import COPIED, article_of, text_of
from course.problems import Problem
from course.rules.material import Material
from course.site.page import Page

LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What a block, the head of the page, or the course itself has made, or copied.
MADE = XPath(
    "ancestor-or-self::*[@data-part='head' or @data-part='title' or @data-part='case' "
    "or @data-block='references' or @data-copy]"
)
CAPTIONED = ".//img | .//svg | .//table | .//pre | .//*[@data-block]"


def check_headings(material: Material) -> Iterator[Problem]:
    """The headings of a page go down by one level at a time, below its title."""
    for page in material.each("page", written(material)):
        level = 1
        names = Counter[str]()
        article = article_of(page.tree)
        found = article.iter(*LEVELS) if article is not None else ()
        for heading in (each for each in found if not MADE(each)):
            own, name = int(heading.tag[1]), words_of(heading)
            sign = f"{'#' * own} {name}"
            if not name:
                yield page.problem(
                    "a heading has no words", "write some", heading, f"{'#' * own}\n"
                )
            elif own == 1 and heading.xpath("preceding::h1"):
                what = f"“{name}” is a second title: the head of the page has the first"
                yield page.problem(what, f"write ## {name}", heading, f"# {name}", name)
            elif own > level + 1:
                what = f"“{name}” stands {own - level} levels below what is above it"
                yield page.problem(what, f"write {'#' * (level + 1)} {name}", heading, sign, name)
            elif names[name] == 1 and own == 2:
                what = f"the heading “{name}” is on this page twice"
                yield last(page, what, "give each its own", sign)
            names[name] += own == 2
            level = own


def last(page: Page, what: str, remedy: str, sign: str) -> Problem:
    """Return a problem at the last line that has a sign."""
    found = page.problem(what, remedy, page.tree, sign)
    lines = page.source.lines if page.source else ()
    places = [number for number, line in enumerate(lines, 1) if line.strip() == sign]
    return Problem(found.file, places[-1], what, remedy) if places else found


def check_pictures(material: Material) -> Iterator[Problem]:
    """A picture says in words what it shows."""
    found = [(page, img) for page in written(material) for img in page.tree.xpath("//article//img")]
    for page, picture in material.each("picture", found):
        if not (picture.get("alt") or "").strip() and not picture.xpath(COPIED):
            address = picture.get("src", "").rpartition("/")[2]
            what = f"the picture “{address}” has no text"
            remedy = "say between ![ and ] what it shows"
            yield page.problem(what, remedy, picture, f"/{address})", address)


def check_addresses_of_links(material: Material) -> Iterator[Problem]:
    """A link with words has an address; one without words is for `kit.check_empty_links`."""
    for page in written(material):
        links = page.tree.xpath(f"//article//a[@href][not(@class)][not({COPIED})]")
        for link in material.each("link", links):
            if not link.get("href"):
                what = f"the link “{text_of(link)}” has no address"
                yield page.problem(what, "write it between ( and )", link, f"[{text_of(link)}]()")


def check_captions(material: Material) -> Iterator[Problem]:
    """A caption has a picture or a table above it."""
    captions = [
        (page, caption)
        for page in written(material)
        for caption in page.tree.xpath(f"//article//figure/figcaption[not({COPIED})]")
    ]
    for page, caption in material.each("caption", captions):
        if not caption.getparent().xpath(CAPTIONED) and caption.getparent().get("class") != "md":
            text = re.sub(r"^.*?\d+\. ", "", text_of(caption))
            what = f"the caption “{text}” has no picture or table above it"
            remedy = "move it below what it is for, or remove it"
            yield page.problem(what, remedy, caption, text, "-caption")


def written(material: Material) -> list[Page]:
    """Return the pages that an author wrote, and whose blocks could be told apart."""
    return [page for page in material.pages if page.source and not is_tangled(page)]


def words_of(heading: HtmlElement) -> str:
    """Return the words of a heading, without the link to it."""
    found = heading.xpath(".//text()[not(ancestor::a[@class='headerlink'])]")
    return " ".join("".join(found).split())
