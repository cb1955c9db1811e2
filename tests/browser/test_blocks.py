"""The looks of blocks: kinds told apart, items under their groups, scales, and comparisons."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 360, "height": 780}
UNIT = "dimensions/focus/"
GROUND = "element => getComputedStyle(element).backgroundColor"
# What is drawn before the line that tells the kind.
SIGN = """element => {
    const { clipPath, content } = getComputedStyle(element, "::before");
    return clipPath + content;
}"""
LINES = """cell => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
}"""

# What is seen beyond the edge of its block, and not within something that scrolls by itself.
OUTSIDE = """[...document.querySelectorAll("[data-box]")].flatMap((block) => {
    const edge = block.getBoundingClientRect();
    return [...block.querySelectorAll("*")].filter((part) => {
        const { left, right, top, bottom, width, height } = part.getBoundingClientRect();
        const isOut = left < edge.left - 1 || right > edge.right + 1
            || top < edge.top - 1 || bottom > edge.bottom + 1;
        return isOut && width > 1 && height > 1 && !part.closest(".md-typeset__scrollwrap, thead");
    }).map(({ outerHTML }) => `${block.id}: ${outerHTML.slice(0, 60)}`);
})"""


def middle(element: Locator) -> float:
    """Return where the middle of an element is, from the left."""
    box = element.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2


def test_each_kind_has_a_ground_and_a_sign(page: Page, site_url: str) -> None:
    kinds = ["exercise", "question", "decision", "estimate"]
    looks = set()
    for path, names in ((UNIT, kinds), ("practice/hard-week/", ["scene"])):
        page.goto(site_url + path)
        for name in names:
            block = page.locator(f"section[data-block={name}]").first
            looks.add((block.evaluate(GROUND), block.locator("[data-part=kind]").evaluate(SIGN)))
    assert len({ground for ground, _ in looks}) == len({sign for _, sign in looks}) == 5


def test_a_wide_screen_has_each_button_under_its_group(page: Page, site_url: str) -> None:
    page.goto(site_url + UNIT)
    block = page.locator("[data-block=sort]").first
    heads = block.locator("[data-part=groups] > span")
    for item in block.locator("[data-item]").all():
        for head, label in zip(heads.all(), item.locator("label").all(), strict=True):
            assert abs(middle(head) - middle(label)) < 2
    last = block.get_by_role("radio").last
    last.check()
    page.mouse.wheel(0, 300)
    expect(heads.first).to_be_in_viewport()


@pytest.mark.parametrize("path", [UNIT, "start/baseline/", "practice/which-hat/"])
def test_no_legend_counts_as_a_part_of_a_row(page: Page, site_url: str, path: str) -> None:
    """WebKit sets it above all else in the box of its group, however that is laid out."""
    page.goto(site_url + path)
    legends = page.locator("article fieldset > legend:not(.visually-hidden)")
    displays = legends.evaluate_all(
        "all => all.map((legend) => getComputedStyle(legend.parentElement).display)"
    )
    assert set(displays) <= {"block", "contents"}
    assert len(displays) > 5


def test_a_phone_has_the_groups_of_an_item_in_one_row(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site_url + UNIT)
    block = page.locator("[data-block=sort]").first
    expect(block.locator("[data-part=groups]")).to_be_hidden()
    labels = block.locator("[data-item]").first.locator("label").all()
    boxes = [box for label in labels if (box := label.bounding_box())]
    assert len({(round(box["y"]), round(box["width"])) for box in boxes}) == 1
    assert all(box["height"] >= 24 for box in boxes)


def test_the_ends_of_a_scale_stay_in_view(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site_url + "start/baseline/")
    block = page.locator("[data-block=rating]")
    block.locator("[data-statement]").last.scroll_into_view_if_needed()
    for end in ("1 almost never", "5 almost always"):
        expect(block.get_by_text(end, exact=True)).to_be_in_viewport()


def test_what_is_chosen_is_seen_where_colours_are_forced(browser: Browser, site_url: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(site_url + "start/baseline/")
    scale = page.locator("[data-statement]").first
    scale.get_by_role("radio").first.check()
    first, second = (scale.locator("label").nth(n).evaluate(GROUND) for n in (0, 1))
    assert first != second
    context.close()


@pytest.mark.parametrize("width", [1280, 1920])
def test_no_cell_of_a_comparison_has_five_lines(page: Page, site_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site_url + "dimensions/")
    cells = page.locator("[data-block=comparison] :is(th, td)").all()
    assert max(cell.evaluate(LINES) for cell in cells) < 5


def test_a_comparison_on_a_phone_says_once_what_its_signs_mean(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site_url + UNIT)
    table = page.get_by_role("table").filter(has=page.locator("[data-sign]")).first
    heads = table.get_by_role("columnheader").all()
    assert len(table.get_by_role("row").nth(1).get_by_role("cell").all()) == len(heads) - 1
    for head in heads[1:]:
        expect(head).to_be_visible()
    cell = table.get_by_role("cell").first
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == '""'


def test_nothing_sticks_out_of_its_block(page: Page, site_url: str, page_paths: list[str]) -> None:
    found = {}
    for path in page_paths:
        page.goto(site_url + path)
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
        for width in (320, 360, 768, 960, 1280, 1920):
            page.set_viewport_size({"width": width, "height": 800})
            if outside := page.evaluate(OUTSIDE):
                found[path, width] = outside[:3]
    assert found == {}
