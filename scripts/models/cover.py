"""Which tasks of a small team stop while one person is away.

A task goes on if somebody is there who did it alone lately. The team is that of the page about
details, and it is invented.
"""

from __future__ import annotations

FILE = "detail-cover.csv"

TEAM = ("Dan", "Elena", "Mihai", "Vlad")
# Of each task, who did it alone lately, and who only says so.
TASKS = {
    "Counter": ({"Dan", "Elena", "Mihai"}, {"Vlad"}),
    "Visits": ({"Dan", "Elena"}, {"Mihai"}),
    "Keys": ({"Dan", "Mihai"}, set()),
    "Bills": ({"Vlad"}, {"Mihai"}),
    "Letters": ({"Vlad"}, {"Elena"}),
}
COUNTS, SAYS, NOTHING = "1", "2", "0"


def covered(task: str, away: str) -> set[str]:
    """Return who covers a task while somebody is away."""
    return TASKS[task][0] - {away}


def rows() -> list[list[str]]:
    """Return the table as it is when nobody is away, and when each person is."""
    return [
        ["state", "Task", *TEAM],
        *(
            [away or "nobody", task, *(cell(task, person, away) for person in TEAM)]
            for away in ("", *TEAM)
            for task in TASKS
        ),
    ]


def cell(task: str, person: str, away: str) -> str:
    """Return whether a person's name counts for a task."""
    if person in covered(task, away):
        return COUNTS
    return SAYS if person in TASKS[task][1] and person != away else NOTHING
