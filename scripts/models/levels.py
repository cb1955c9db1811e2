"""What a higher post asks for: what was measured, and what was argued.

Argued: Katz, R. L. (1955). Skills of an effective administrator. Harvard Business Review. Measured:
Mumford, T. V., Campion, M. A., & Morgeson, F. P. (2007). The leadership skills strataplex. The
Leadership Quarterly, 18(2), 154–166, whose skills of strategy are the nearest to what Katz calls
conceptual. Only what each says of the direction is kept here, so that the values are an order and
not amounts.
"""

from __future__ import annotations

FILE = "expertise-levels.csv"

POSTS = ("First post", "Middle", "Top")
MORE, LESS, NOT_SAID = (1, 2, 3), (3, 2, 1), ()
# Of each kind of skill, what a higher post asks for as managers said, and as Katz argues.
SKILLS = {
    "technical": (NOT_SAID, LESS),
    "people": (MORE, LESS),
    "whole": (MORE, MORE),
    "thinking": (MORE, NOT_SAID),
}


def rows() -> list[list[str]]:
    """Return the order of the posts by each source, for each kind of skill."""
    made = []
    for skill, sources in SKILLS.items():
        for place, post in enumerate(POSTS):
            values = (str(order[place]) if order else "" for order in sources)
            made.append([skill, post, *values])
    return [["state", "Post", "Said by managers", "Argued in 1955"], *made]
