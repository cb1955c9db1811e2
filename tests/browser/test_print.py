"""Ctrl+P: a page of the site as the browser prints it."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

import pdfplumber
import pytest
from pdfplumber.page import Page as PdfPage
from pdfplumber.pdf import PDF
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.notebook import FOCUS, PLAN, TEXTAREA, WEEK

pytestmark = pytest.mark.browser

SCREEN_ONLY = ("[data-part=kept]", "[data-block=finish]")
THEME = ".md-nav, .md-header, .md-footer, .md-search, button, .headerlink"
MM = 72 / 25.4
LINE = 9 * 96 / 25.4


@dataclass(frozen=True)
class Sheet:
    """A printed page: its text on one line, its width in mm, and the colours of its letters."""

    text: str
    width: int
    colours: set[tuple[float, ...]]


def opened(page: Page, paper: str = "A4") -> PDF:
    """Print a page, and return the document."""
    return pdfplumber.open(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=True)))


def printed(page: Page, paper: str = "A4") -> list[Sheet]:
    """Print a page, and read what is on the paper.

    Arguments:
        page: the page, as the reader sees it.
        paper: `A4` or `Letter`.
    """
    with opened(page, paper) as document:
        return [
            Sheet(
                " ".join((sheet.extract_text() or "").split()),
                round(float(sheet.width) / MM),
                {tuple(char["non_stroking_color"]) for char in sheet.chars},
            )
            for sheet in document.pages
        ]


def on_paper(page: Page) -> str:
    """Return all text of a printed page, on one line."""
    return " ".join(sheet.text for sheet in printed(page))


@pytest.fixture(scope="module")
def dark(browser: Browser) -> BrowserContext:
    """Return a browser whose system asks for the dark scheme."""
    return browser.new_context(color_scheme="dark")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_each_sheet_has_title_address_and_number_at_its_foot(
    page: Page, site_url: str, paper: str
) -> None:
    page.goto(site_url + FOCUS)
    sheets = printed(page, paper)
    assert sheets[0].width == {"A4": 210, "Letter": 216}[paper]
    for number, sheet in enumerate(sheets, 1):
        assert sheet.text.endswith(
            f"Focus and priorities · Managing and Leading {number} of {len(sheets)} "
            f"{site_url}{FOCUS}"
        )


def test_the_foot_follows_a_link_and_needs_no_script(
    page: Page, browser: Browser, site_url: str
) -> None:
    page.goto(site_url)
    page.locator("article a[href*='dimensions/focus']").first.click()
    expect(page.locator("h1")).to_have_text("Focus and priorities")
    # Chromium leaves out what is fixed on a sheet where the reader has scrolled.
    page.evaluate("scrollTo(0, 0)")
    assert printed(page)[0].text.endswith(f"{site_url}{FOCUS}")
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(site_url + FOCUS)
    assert printed(plain)[0].text.endswith(f"{site_url}{FOCUS}")
    context.close()


def test_a_long_answer_is_whole_and_lies_clear_of_the_foot(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    words = [f"word{number}" for number in range(500)]
    page.locator("textarea").first.fill(" ".join(words))
    text = on_paper(page)
    assert re.findall(r"\bword\d+\b", text) == words
    page.emulate_media(media="print")
    assert page.locator("textarea").first.is_hidden()


def test_an_open_exercise_has_the_lines_it_asks_for(page: Page, site_url: str) -> None:
    page.goto(site_url + PLAN)
    page.emulate_media(media="print")
    fields = page.locator("textarea").evaluate_all(
        "(all) => all.map((field) => [field.rows, field.clientHeight])"
    )
    assert {rows for rows, _ in fields} >= {1, 2, 3, 14}
    for rows, height in fields:
        assert height == pytest.approx(rows * LINE, abs=1)
    with opened(page) as document:
        # A line of text may happen to stand 9 mm above a rule too.
        assert max(len(nine_apart(rules(sheet))) for sheet in document.pages) >= 13


def rules(sheet: PdfPage) -> list[float]:
    """Return where a rule crosses a printed page, in mm from its top."""
    picture = sheet.to_image(resolution=254).original.convert("L")
    middle = picture.crop((picture.width // 4, 0, picture.width * 3 // 4, picture.height))
    rows = middle.resize((1, middle.height), Image.Resampling.BOX).tobytes()
    dark = [row for row, grey in enumerate(rows) if grey < 160]
    return [row / 10 for row in dark if row - 1 not in dark]


def nine_apart(rules: list[float]) -> list[float]:
    """Return the rules that have another one 9 mm below."""
    return [top for top in rules if any(abs(other - top - 9) < 0.3 for other in rules)]


def test_closed_answers_are_left_out_and_open_ones_are_printed(page: Page, site_url: str) -> None:
    page.goto(site_url + "practice/which-hat/")
    answer = page.locator("[data-block=answer]").first
    compared = " ".join(str(answer.locator("td").last.text_content()).split()[:5])
    decision = page.locator("[data-block=decision]").first
    reasons = [
        " ".join(text.split()[-5:])
        for text in decision.locator("details > :last-child").all_text_contents()
    ]
    assert len(reasons) == 3
    text = on_paper(page)
    assert [each for each in (compared, "Compare with one answer", *reasons) if each in text] == []
    answer.locator("summary").click()
    decision.locator("li[data-option] > input").nth(1).check()
    decision.locator("[data-do=showConsequence]").click()
    text = on_paper(page)
    assert compared in text
    assert text.count("Compare with one answer") == 1
    assert [each for each in reasons if each in text] == [reasons[1]]


def test_what_only_works_on_a_screen_is_left_out(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    page.locator("textarea").first.fill("mine")
    shown = [
        text.strip()
        for selector in (".md-nav__link", ".md-footer__title", "button", *SCREEN_ONLY)
        for text in page.locator(selector).all_text_contents()
    ]
    page.emulate_media(media="print")
    left = page.locator(", ".join((THEME, *SCREEN_ONLY, "[data-part=tools]")))
    assert len(shown) > 20
    assert [part.text_content() for part in left.all() if part.is_visible()] == []
    assert "Kept in this browser" not in on_paper(page)


@pytest.mark.parametrize("path", [FOCUS, "reference/glossary/", "dimensions/"])
def test_no_heading_and_no_head_of_a_table_ends_a_sheet(
    page: Page, site_url: str, path: str
) -> None:
    page.goto(site_url + path)
    heads = page.locator(
        "article :is(h2, h3, dt, [data-part=kind], thead th:last-child)"
    ).evaluate_all("(all) => all.map((head) => head.textContent.replace('¶', '').trim())")
    sheets = printed(page)
    assert len(heads) > 5
    assert len(sheets) > 3
    for sheet in sheets:
        text = sheet.text.partition(" · Managing and Leading")[0]
        body = text.rpartition(page.title().partition(" - ")[0])[0].strip()
        assert not body.endswith(tuple(heads))


def test_each_scene_is_on_one_sheet_with_its_ways(page: Page, site_url: str) -> None:
    page.goto(site_url + WEEK)
    scenes = page.locator("[data-block=scene]").evaluate_all(
        "(all) => all.map((scene) => [...scene"
        ".querySelectorAll('h3, [data-part=content], [data-part=ways]')]"
        ".map((part) => part.textContent.replace('¶', '').trim().split(/\\s+/)))"
    )
    sheets = printed(page)
    assert len(scenes) > 20
    for parts in scenes:
        begin, end = " ".join(parts[0]), " ".join(parts[-1][-4:])
        assert [1 for sheet in sheets if begin in sheet.text and end in sheet.text] == [1], begin


def test_the_dark_scheme_prints_black_on_white(dark: BrowserContext, site_url: str) -> None:
    page = dark.new_page()
    page.goto(site_url + "reference/glossary/")
    assert page.evaluate("getComputedStyle(document.body).color") != "rgb(0, 0, 0)"
    assert {colour for sheet in printed(page) for colour in sheet.colours} <= {(0,), (0, 0, 0)}
    page.close()


def seen_in_print(page: Page) -> str:
    """Return the text that is seen when the page is printed."""
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    return page.locator("article").inner_text()


def test_all_typed_text_is_printed_and_nothing_is_clipped(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    text = "".join(f"line {number}\n" for number in range(400)) + "end " + "x" * 500
    page.locator(TEXTAREA).first.fill(text)
    assert text in seen_in_print(page)
    mirror = page.locator("[data-part=mirror]")
    expect(page.locator(TEXTAREA).first).to_be_hidden()
    assert mirror.evaluate(
        "m => m.scrollWidth <= m.clientWidth && m.scrollHeight <= m.clientHeight"
    )
    assert page.pdf().count(b"/Type /Page\n") > 5


def test_a_date_is_written_out_and_an_empty_one_is_a_line(page: Page, site_url: str) -> None:
    page.goto(site_url + PLAN)
    dates = page.locator("article [type=date]")
    dates.first.fill("2026-12-07")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    text = " ".join(sheet.text for sheet in printed(page))
    assert "December 7, 2026" in text
    assert dates.count() > 1
    assert not re.search(r"[dmy]{2}/[dmy]{2}|12/07", text)


def test_without_answers_there_are_lines_to_write_on(page: Page, site_url: str) -> None:
    page.goto(site_url + FOCUS)
    seen_in_print(page)
    expect(page.locator("[data-part=mirror]")).to_have_count(0)
    fields = page.locator(TEXTAREA)
    assert all(field.is_visible() for field in fields.all())


@pytest.mark.parametrize("media", ["screen", "print"])
def test_the_words_of_a_scale_stand_over_its_steps(page: Page, site_url: str, media: str) -> None:
    page.set_viewport_size({"width": 1000, "height": 800})
    page.goto(f"{site_url}start/baseline/")
    page.emulate_media(media=media)  # type: ignore[arg-type]
    middles = """all => all.map((each) => {
      const { left, right } = each.getBoundingClientRect();
      return (left + right) / 2;
    })"""
    words = page.locator("[data-part=scale] > *").evaluate_all(middles)
    first = page.locator("[data-part=statements] > li").first
    steps = first.locator("[data-option]").evaluate_all(middles)
    inputs = first.locator("[data-option] > input").evaluate_all(middles)
    assert len(words) == 5
    for word, step, circle in zip(words, steps, inputs, strict=True):
        assert abs(word - step) < 2
        assert abs(word - circle) < 16
