"""The units of a course: their parts, their objectives, and the minutes that pages promise."""

from __future__ import annotations

from collections.abc import Iterator

from course.model import blocks, objectives_of, text_of
from course.problems import Problem, nearest
from course.rules.figures import ESTIMATE
from course.rules.heads import some_unread
from course.rules.material import Material
from course.site.facts import fact
from course.site.gather import reading_order, slug
from course.site.minutes import counted, stated_minutes
from course.site.page import Page
from course.site.prose import count_words, part_of, read, running_texts


def check_parts(material: Material) -> Iterator[Problem]:
    """Check the headings of every unit: a reader who knows one page finds their way on each."""
    parts = list(material.course.units.parts)
    for page in material.each("page of a unit with units: parts", material.units if parts else ()):
        found = page.tree.xpath("//article//h2[not(ancestor::section)]")
        names = list(map(text_of, found))
        missing = [part for part in parts if part not in names]
        for element, name in zip(found, names, strict=True):
            if name not in parts:
                what = f'"{name}" is not a part of a page in {material.course.units.folder}/'
                near = nearest(name, missing, 0)
                remedy = f"write ## {near}" if near else "make it ### inside a part"
                yield page.problem(what, remedy, element, f"## {name}")
                missing = [part for part in missing if part != near]
        for part in missing:
            what = f'the part "{part}" is missing'
            remedy, sign = f"add it as ## {part}", "\n"
            if page.source and f"**{part}**" in map(str.strip, page.source.lines):
                what, sign = f'the part "{part}" is no heading', f"**{part}**"
            yield page.problem(what, remedy, page.tree, sign)
        known = [name for name in names if name in parts]
        if known != sorted(known, key=parts.index):
            remedy = f"use the order {', '.join(parts)}"
            yield page.problem("the parts are not in their order", remedy, page.tree, "## ")
        for part in dict.fromkeys(name for name in known if known.count(name) > 1):
            what = f'the part "{part}" is there {known.count(part)} times'
            yield page.problem(what, "make them one", page.tree, f"## {part}")


def check_rated(material: Material) -> Iterator[Problem]:
    """Check that some rating has statements for each unit, also for a new one.

    A rating may be of some units alone; what it is about is told at the one of most units.
    """
    ratings = [(page, block) for page, block in material.blocks if block.kind == "rating"]
    rated = [set(block.element.xpath(".//@data-unit")) for _, block in ratings]
    units = [slug(page) for page in material.units]
    missing = [name for name in units if not any(name in each for each in rated)]
    most = max(map(len, rated), default=0)
    for (page, block), own in zip(material.each("rating", ratings), rated, strict=True):
        if missing and most > 1 and len(own) == most:
            what = f'rating "{block.id}": it has no statement for {", ".join(missing)}'
            activity = next((each.name for each in material.course.activities), "")
            remedy = f"add - [{missing[0]} {activity}] …, one for each activity"
            yield page.problem(what, remedy, block.element, f"id: {block.id}")
            return


@fact
def objectives(page: Page) -> list[str]:
    """Return the ids of the objectives at the head of a page."""
    return objectives_of(page.tree)


def check_known_objectives(material: Material) -> Iterator[Problem]:
    """Check that each objective that a block names stands at the head of a page.

    It may be that of another page: a question can go back to an earlier one.
    """
    known = {id_ for page in material.pages for id_ in objectives(page)}
    serving = ((page, block) for page, block in material.stated if block.get("objective"))
    for page, block in material.each("block with an objective", serving):
        objective = block.get("objective")
        if objective not in known:
            if some_unread(material):
                return  # it can be at the head of a page that cannot be read
            what = f'objective "{objective}" is at the head of no page'
            near = nearest(objective, sorted(known), 0)
            elsewhere = "use the id of one, or add it to the front matter"
            remedy = f"write {near}" if near else elsewhere
            yield page.problem(what, remedy, block.element, f"objective: {objective}")


def check_served_objectives(material: Material) -> Iterator[Problem]:
    """Check that each objective of a unit has a question, and something to do.

    An objective without a question is a promise that nobody checks; an estimate asks for what
    nobody can know beforehand, so it makes readers curious and checks nothing.
    """
    for page in material.each("page of a unit", material.units):
        served = [
            (block.get("objective"), block.series)
            for block in blocks(page.tree)
            if block.kind != ESTIMATE
        ]
        for objective in objectives_of(page.tree):
            series = {series for each, series in served if each == objective}
            for kind, missing in (
                ("question", "question" not in series),
                ("exercise or decision", not series - {"question"}),
            ):
                if missing:
                    what = f'objective "{objective}" has no {kind}'
                    remedy = f"write one with the option objective: {objective}"
                    yield page.problem(what, remedy, page.tree, f"id: {objective}")


def check_earlier(material: Material) -> Iterator[Problem]:
    """Check that each unit but the first asks about an earlier one.

    What comes back after a while is remembered longer.
    """
    recall = material.course.units.recall
    earlier: set[str] = set()
    units = [page for page in reading_order(material.pages) if page in material.units]
    for page in material.each("page of a unit with units: recall", units if recall else ()):
        asked = {b.get("objective") for b in blocks(page.tree) if b.series == "question"}
        if earlier and not asked & earlier:
            what = f"no question goes back to an earlier page of {material.course.units.folder}/"
            remedy = "ask one with the objective of an earlier page"
            yield page.problem(what, remedy, page.tree, f"## {recall}")
        earlier |= set(objectives_of(page.tree))


def check_minutes(material: Material) -> Iterator[Problem]:
    """Check the minutes at the head of a page: readers plan by them, and trainers build agendas."""
    found = [(page, said) for page in material.pages if (said := stated_minutes(page))]
    for page, said in material.each("page with minutes", found):
        right = counted(page, material.course.pace)
        # Whoever edits a sentence need not count again.
        if abs(said.read - right.read) > 1 or said.do != right.do:
            what = f"its minutes are {right.read} to read and {right.do} to do, "
            what += f"not {said.read} and {said.do}"
            remedy = f"write minutes: {{read: {right.read}, do: {right.do}}}"
            yield page.problem(what, remedy, page.tree, "minutes:")


def check_questions(material: Material) -> Iterator[Problem]:
    """Check that each unit asks as much as `mkdocs.yml` says.

    Being asked makes what is read last longer than reading it again.

    Source: Rowland, C. A. (2014), on testing, https://doi.org/10.1037/a0037559
    """
    units = material.course.units
    asking = material.units if units.questions or units.estimates else ()
    for page in material.each("page of a unit with units: questions or estimates", asking):
        asked = [block for block in blocks(page.tree) if block.series == "question"]
        estimates = [block for block in asked if block.kind == ESTIMATE]
        there = [
            block
            for block in asked
            if block.kind != ESTIMATE and units.recall in ("", part_of(block.element))
        ]
        if len(there) < units.questions:
            what = f'it has {len(there)} questions in "{units.recall}"'
            sign = f"## {units.recall}"
            yield page.problem(what, f"write {units.questions} or more", page.tree, sign)
        if len(estimates) < units.estimates:
            what = f"it has {len(estimates)} estimates"
            sign = f"## {units.research}"
            yield page.problem(what, f"write {units.estimates} or more", page.tree, sign)


def check_words(material: Material) -> Iterator[Problem]:
    """Check that no unit has more running text than `mkdocs.yml` allows."""
    most = material.course.units.words
    for page in material.each("page of a unit with units: words", material.units if most else ()):
        words = sum(len(count_words(read(text)[0])) for text in running_texts(page))
        if words > most:
            what = f"its running text has {words} words"
            yield page.problem(what, f"make it {most} or fewer", page.tree, "title:")
