"""What groups do: the steps of each activity take the minutes that it states."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course.settings import read_course

ROOT = Path(__file__).resolve().parent.parent.parent
TRAINERS = ROOT / "docs" / "trainers"
ACTIVITY = re.compile(
    r"^/// activity \| .*?\n    id: (\S+)\n    minutes: (\d+)\n(.*?)^///$", re.M | re.S
)
STEP = re.compile(r"^\d+\. (?:\*\*(?:(\d+) minutes?|Before|Afterwards):\*\*)?", re.M)

ACTIVITIES = {
    found[1]: (int(found[2]), found[3])
    for path in sorted(TRAINERS.rglob("*.md"))
    for found in ACTIVITY.finditer(path.read_text("utf-8"))
}


def test_there_are_activities() -> None:
    assert len(ACTIVITIES) >= 8


@pytest.mark.parametrize("name", ACTIVITIES)
def test_the_steps_of_an_activity_take_its_minutes(name: str) -> None:
    minutes, content = ACTIVITIES[name]
    steps = list(STEP.finditer(content))
    assert [step[0] for step in steps if "**" not in step[0]] == []
    assert sum(int(step[1] or 0) for step in steps) == minutes


def test_a_vote_takes_as_long_as_a_decision_in_a_plan() -> None:
    minutes, _ = ACTIVITIES["activity-vote"]
    assert minutes == read_course(ROOT / "mkdocs.yml").group_pace.decision
