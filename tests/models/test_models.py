"""The committed data are what the models give, and the models do what the pages say of them."""

from __future__ import annotations

from math import acos, pi
from types import ModuleType

import pytest

from models import FOLDER, MODELS, cover, focus, innovation, levels, sorting, text_of

pytestmark = pytest.mark.content


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.FILE)
def test_the_file_is_what_the_model_gives(model: ModuleType) -> None:
    assert (FOLDER / model.FILE).read_text("utf-8") == text_of(model.rows())


def test_hours_for_causes_make_it_worse_first_and_better_later() -> None:
    nothing = focus.work(0)
    for kept in focus.KEPT[1:]:
        work = focus.work(kept)
        assert work[0] < nothing[0]
        assert work[-1] > nothing[-1]
    ahead = [four > none for four, none in zip(focus.work(4), nothing, strict=True)]
    # The estimate on the page asks for this week.
    assert ahead.index(True) + 1 == 8
    assert all(ahead[7:])
    assert sum(focus.work(8)) < sum(focus.work(4))


def test_capability_erodes_where_nothing_is_kept() -> None:
    work = focus.work(0)
    assert work[1] / work[0] == pytest.approx(1 - focus.EROSION)


@pytest.mark.parametrize(("link", "wrong"), [(0.0, 50), (0.5, 33), (1.0, 0)])
def test_a_trait_sorts_as_well_as_its_link(link: float, wrong: int) -> None:
    assert sorting.wrong(link) == wrong == round(100 * acos(link) / pi)


def test_both_halves_are_halves() -> None:
    _, *rows = sorting.rows()
    assert {int(right) + int(wrong) for _, _, right, wrong in rows} == {50}


def test_a_task_stops_when_nobody_is_there_who_did_it_alone() -> None:
    stopped = {
        away: [task for task in cover.TASKS if not cover.covered(task, away)]
        for away in ("", *cover.TEAM)
    }
    assert stopped.pop("Vlad") == ["Bills", "Letters"]
    assert not any(stopped.values())


def test_a_few_newcomers_are_best_and_many_are_worst() -> None:
    rows = [row.split(",") for row in (FOLDER / innovation.FILE).read_text("utf-8").splitlines()]
    last = {row[0]: (int(row[2]), int(row[3])) for row in rows[1:]}
    steady, moving = ({each: last[each][world] for each in last} for world in (0, 1))
    assert max(steady, key=steady.__getitem__) == max(moving, key=moving.__getitem__) == "2"
    assert min(steady, key=steady.__getitem__) == "40"
    assert min(moving, key=moving.__getitem__) == "0"


def test_levels_are_no_more_than_an_order() -> None:
    values = {cell for _, _, *cells in levels.rows()[1:] for cell in cells}
    assert values == {"", "1", "2", "3"}
