"""The workbook of this course: nothing told, and room to write."""

from __future__ import annotations

import re

from course.print.text.book import Book, slug
from tests.content.editions import (
    ONE_PAGE,
    PRINTED,
    REASONS,
    SHEETS,
    WORKBOOKS,
    blocks,
    sentences,
    these,
)
from tests.print.layout.pdf import MM
from tests.print.layout.texts import fragments_of, squeezed
from tests.print.printed_file import PrintedFile

# What gives room in a frame or a cell, where no line is drawn.
FRAMED = "ancestor::*[@data-form='sketch' or @data-part='cells']"
# The least and the greatest distance of two lines to write on, in millimetres.
NARROWEST, WIDEST = 7.9, 10


@these([*WORKBOOKS, *ONE_PAGE, *SHEETS])
def test_there_are_no_answers(file: PrintedFile, book: Book) -> None:
    answers = [text for _, answer in blocks(book, REASONS) for text in sentences(answer)]
    assert len(answers) > 200
    assert [answer for answer in answers if answer in file.text] == []


@these(WORKBOOKS)
def test_there_is_a_place_for_name_and_date(file: PrintedFile) -> None:
    cover = file.layout.pages[0]
    places = [box for _, box in cover.fields] or [shape.box for shape in cover.shapes]
    for label in ("Name", "Date"):
        word = next(run.box for run in cover.runs if run.text == label)
        beside = [
            place
            for place in places
            if place.x0 >= word.x1 and abs(place.bottom - word.bottom) < 5 * MM
        ]
        assert max(place.x1 - place.x0 for place in beside) > 60 * MM, label


@these(PRINTED)
def test_there_are_as_many_lines_as_are_asked_for(file: PrintedFile, book: Book) -> None:
    wanted = 0
    for name, area in blocks(book, "self::textarea"):
        asked = area.xpath("ancestor::section[1]")[0]
        place = file.tree.xpath("//*[@id=$id]", id=f"{slug(name)}--{asked.get('id')}")
        if place and asked.get("data-block") == "exercise":
            # Each field has its own lines, or its own cell of a table, in their order.
            room = place[0].xpath(".//*[@class='ruled'] | .//td/span[@class='blank']")
            areas = asked.xpath(".//textarea")
            assert len(room) == len(areas), asked.get("id")
            own = room[areas.index(area)]
            if own.tag == "span":
                assert (area.getparent().tag, area.get("rows")) == ("td", "1"), asked.get("id")
            else:
                assert len(own) == int(area.get("rows")), asked.get("id")
                wanted += 0 if own.xpath(FRAMED) else len(own)
    assert wanted > 100
    # There are more, where they fill a page.
    drawn = sum(len(page.lines) for page in file.layout.pages)
    lines = file.tree.xpath("//*[@class='line']")
    assert drawn >= len([line for line in lines if not line.xpath(FRAMED)]) >= wanted


@these([*PRINTED, *SHEETS])
def test_lines_have_room_for_handwriting(file: PrintedFile) -> None:
    distances = [(line.bottom - line.top) / MM for page in file.layout.pages for line in page.lines]
    assert len(distances) > 5
    assert min(distances) > NARROWEST - 0.05
    assert max(distances) < WIDEST + 0.05


@these(WORKBOOKS)
def test_a_scene_is_whole_on_one_page(file: PrintedFile) -> None:
    scenes = file.tree.xpath("//section[@data-block='scene']")
    assert len(scenes) > 5
    for scene in scenes:
        page = file.layout.pages[file.places[scene.get("id")] - 1]
        parts = [squeezed(part) for part in fragments_of(scene)]
        # In large letters not every scene has room on a page.
        whole = parts[:3] if "large-print" in file.name else parts
        assert [part for part in whole if part not in page.text] == [], scene.get("id")


@these(WORKBOOKS)
def test_go_to_names_the_scene_and_its_page(file: PrintedFile) -> None:
    scenes = {scene.get("id"): scene for scene in file.tree.xpath("//section[@data-block='scene']")}
    found = 0
    for link in file.links:
        # Two ways one below the other can lead to the same scene.
        for number, page in re.findall(r"goto(\d+)\(page(\d+)\)", link.text):
            assert scenes[link.target].get("data-number") == number
            assert f"Scene{number}" in file.layout.pages[int(page) - 1].text
            found += 1
    ways = file.tree.xpath("//ul[@data-part='ways']/li//a/@href")
    assert found == len(ways) == len(file.tree.xpath("//ul[@data-part='ways']/li"))
    assert {way[1:] for way in ways} == set(list(scenes)[1:])


@these(WORKBOOKS)
def test_sources_stand_at_the_end(file: PrintedFile) -> None:
    chapters = file.tree.xpath("//section[starts-with(@class, 'chapter')]")
    assert chapters[-1].get("class") == "chapter sources"
    begin = file.places[chapters[-1].get("id")]
    cited = {
        link.target
        for link in file.links
        # They begin on the page on which the terms end, which cite some too.
        if link.target.startswith("reference-sources--") and link.page <= begin
    }
    assert len(cited) > 30
    assert cited == {source.get("id") for source in chapters[-1].xpath("p")}
    assert all(file.places[source] >= begin for source in cited)
