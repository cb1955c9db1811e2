"""One block of each kind that has content, as an author writes it."""

from __future__ import annotations

from course.model import Block, blocks
from tests.markdown_page import Pages

EXERCISE = """/// exercise | Sort *two* days
    id: a-write
    minutes: 4
    lines: 8
    objective: a-one

Write **five** things.

- one
///
"""
TABLE = """/// exercise | Who can do what?
    id: a-table
    minutes: 6
    objective: a-one
    form: table

Fill it in.

| Task | *Who* | |
|---|---|---|
| Close the **till** | Amal | |
| | | |
///
"""
CHECKS = """/// exercise | Before you go
    id: a-checks
    minutes: 1
    objective: a-one
    form: checks

Tick them.

- The *door*

- The till
///
"""
BOXES = """/// exercise | What if?
    id: a-boxes
    minutes: 2
    objective: a-one
    form: boxes
    lines: 3

- If *it* …
- I will …
///
"""
SKETCH = """/// exercise | Who talks to whom?
    id: a-sketch
    minutes: 3
    lines: 9
    objective: a-one
    form: sketch

Draw your team.
///
"""
ESTIMATE = """/// estimate | How *many* told somebody?
    id: a-guess
    objective: a-one
    unit: of 1000 nurses
    range: 0 to 1000

They found a fault.

- [7.5] Few *told* somebody.

    It was one town.
///
"""
QUESTION = """/// question | Which *one*?
    id: a-q
    objective: a-one

- [ ] The first

    It comes back.

- [x] The `second`

    It stays away.

    - today
///
"""
SORT = """/// sort | Where does each belong?
    id: a-sort
    objective: a-one
    into: Now, Later

- [Later] Plan *it*.

    Not due.

- [Now] Pay.

    Due.
///
"""
MATCH = """/// match | What goes with what?
    id: a-match
    objective: a-one

- [one leg] The stool

    It stands in mud.

- [Four legs?] The cow

    It walks.
///
"""
DECISION = """/// decision | A late *call*
    id: a-late
    objective: a-one

It is late.

What now?

- [x] Go

    You sleep.

- [ ] Stay

    You yawn.
///
"""
PLAN = """/// plan | One change
    id: a-plan
    minutes: 5

Choose *one*.
///
"""
RATING = """/// rating | How often?
    id: a-rating
    minutes: 3

- [focus manage] I write *it* down.
- [focus lead] I say why.
///
"""
PROFILE = """/// profile
    id: a-profile
    ratings: a First time, b Today
///
"""
STORY = """/// scene | Monday
    id: mon

Red.

- [calm] Call the *team*.
- [rush] Move the vans.
///

/// scene | Calm
    id: calm
    ending: true

They talk.
///

/// scene | Rush
    id: rush
    ending: true

You run.
///
"""
PATH = """/// story
    after: debrief
///
"""
WHEN = """/// when | CABLE, not VAN
You *have* it.
///
"""
DEBRIEF = """/// debrief | mon
It took *time*.
///
"""
ANSWER = """/// answer | One *answer*

It **depends**.
///
"""
FRAMES = """/// frames | How *many* hours?
    id: a-chart
    data: hours.csv
    kind: lines
    up: Hours done
    paper: 1, 3

A week has 40 hours.

- [None] They do 28 hours at first.
- [4] They do 25 hours at first,
  and *29* at the end.
- [8] They do 22.5 hours at first.
///
"""
HOURS = """state,Week,■ Done,Nothing kept
none,1,28,
none,26,19,
four,1,25,28
four,26,29,19
eight,1,22.5,28
eight,26,29,19
"""
ACTIVITY = """/// activity | A line across the *room*
    id: a-line
    minutes: 12
    people: 6 to 24
    material: tape
    goal: See *both*.

1. Stand up.
2. Choose a side.
///
"""
SLIDE = """//// slide | Two *hats*
    id: a-slide

- one
- two

/// say
Say *it*. Then wait.
///
////
"""
SESSION = """/// session | An *hour*
    id: a-session
    minutes: 60
    handout: 60
    sides: 4

Print it.

| Part | Minutes | Slides |
|---|---|---|
| [Opener](#a-line) | | [](#a-slide) |
| Break | 10 | |

If you are late, go on.
///
"""
CARDS = """/// cards | Three *statements*
    id: a-cards

Cut them.

- [manage] Writes *it* down.
- [lead] Says why.
- [both] Writes down why.

    Both halves.
///
"""
CASES = """/// cards | The cases
    id: a-deck
    page: reference/sources.md
///
"""
CASE = """/// case
    page: reference/sources.md#a-late

What did you *see*?
///
"""
# Blocks without content, which the site fills.
EMPTY = {
    name: f"/// {name}\n///\n" for name in ("bibliography", "calendar", "map", "notebook", "review")
} | {
    "story-map": "/// story-map\n    id: a-map\n    page: reference/sources.md\n///\n",
    "files": "/// files\n    edition: workbook\n///\n",
    "gather": "/// gather\n    of: comparison\n    from: units\n    mixed: true\n///\n",
}


def block_of(pages: Pages, text: str) -> Block:
    """Return the first block of a page, in a course that has a unit."""
    unit_page(pages)
    return next(blocks(pages.html(text)))


def unit_page(pages: Pages) -> None:
    """Add the unit of a course that the statements of a rating name."""
    unit = pages.root / "docs" / pages.course.units.folder / "focus.md"
    unit.parent.mkdir(parents=True, exist_ok=True)
    unit.touch()


def line_of_change(text: str, old: str, new: str) -> int:
    """Return the line of a mistake: what was changed; of a line that was removed, the block's."""
    if old.endswith("\n") or not new:
        return 1
    return text.count("\n", 0, text.index(old)) + 1
