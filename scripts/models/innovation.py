"""How much a group knows of its world, by how many newcomers it takes in.

The model of mutual learning in March, J. G. (1991). Exploration and exploitation in organizational
learning. Organization Science, 2(1), 71–87, with its turnover and its turbulence (pp. 78–80). A
world has 30 features, each of which is so or not. Each of 50 people, and a code that all share,
believe of each that it is so, or not, or nothing. In each period people take over beliefs of the
code, and the code takes over what most of those believe who know more than it does. Some people
leave, and others with beliefs of their own come instead; in a moving world features change.

The article tried several speeds of learning; people and code learn by one half here. Its text
leaves some steps open, which those who rebuilt its program filled in different ways. Here a person
changes a belief in one step, and whoever believes nothing is right by half, as by tossing a coin.
What is drawn is what the people know, since they do the work.
"""

from __future__ import annotations

from random import Random
from typing import NamedTuple

FILE = "innovation-newcomers.csv"

FEATURES, PEOPLE, PERIODS, RUNS = 30, 50, 100, 40
LEARNING = 0.5  # the chance that the code takes over a view that one more person holds than not
NEWCOMERS = (0, 2, 10, 40)  # of a hundred people, in each period
TURBULENCE = 0.02  # the chance that a feature of a moving world changes in a period
EVERY = 10  # periods between the points that are drawn
ALL = (1 << FEATURES) - 1


class Beliefs(NamedTuple):
    """What is believed to be so, and what is believed not to be: a bit for each feature."""

    yes: int
    no: int

    def score(self, world: int) -> int:
        """Return how many beliefs are right, less those that are wrong."""
        right = self.yes & world | self.no & ~world
        return 2 * right.bit_count() - (self.yes | self.no).bit_count()

    def taking_over(self, code: Beliefs, chosen: int) -> Beliefs:
        """Return these beliefs after those of a code were taken over on the chosen features."""
        kept = ~(chosen & (code.yes | code.no))
        return Beliefs(self.yes & kept | code.yes & chosen, self.no & kept | code.no & chosen)


def newcomer(random: Random) -> Beliefs:
    """Return beliefs of which each third is yes, no and nothing, by chance."""
    yes = no = 0
    for belief in random.choices((0, 1, 2), k=FEATURES):
        yes, no = yes << 1 | (belief == 1), no << 1 | (belief == 2)
    return Beliefs(yes, no)


def learned(code: Beliefs, people: list[Beliefs], world: int, random: Random) -> Beliefs:
    """Return the code after it has learned from those who know more than it does."""
    known = code.score(world)
    superior = [beliefs for beliefs in people if beliefs.score(world) > known]
    yes, no = code
    for feature in range(FEATURES) if superior else ():
        bit = 1 << feature
        agree = sum(1 for beliefs in superior if beliefs.yes & bit)
        against = sum(1 for beliefs in superior if beliefs.no & bit)
        held = code.yes & bit if agree > against else code.no & bit
        # How many more hold the view than do not: the more, the likelier the code follows.
        lead = max(1, 2 * max(agree, against) - len(superior))
        if agree != against and not held and random.random() > (1 - LEARNING) ** lead:
            yes, no = (yes | bit, no & ~bit) if agree > against else (yes & ~bit, no | bit)
    return Beliefs(yes, no)


def run(newcomers: int, turbulence: float, random: Random) -> list[float]:
    """Return the share of the world that people have right at each point that is drawn."""
    world = random.getrandbits(FEATURES)
    people = [newcomer(random) for _ in range(PEOPLE)]
    code = Beliefs(0, 0)
    shares = []
    for period in range(PERIODS + 1):
        if period % EVERY == 0:
            mean = sum(beliefs.score(world) for beliefs in people) / PEOPLE
            shares.append((mean / FEATURES + 1) / 2)
        code, people = (
            learned(code, people, world, random),
            [beliefs.taking_over(code, random.getrandbits(FEATURES)) for beliefs in people],
        )
        people = [
            newcomer(random) if 100 * random.random() < newcomers else beliefs for beliefs in people
        ]
        changed = sum((random.random() < turbulence) << feature for feature in range(FEATURES))
        world ^= changed
    return shares


def knowledge(newcomers: int, turbulence: float) -> list[float]:
    """Return the mean of many runs; the same seed gives the same runs."""
    random = Random(1991)
    runs = [run(newcomers, turbulence, random) for _ in range(RUNS)]
    return [sum(point) / RUNS for point in zip(*runs, strict=True)]


def rows() -> list[list[str]]:
    """Return what people know in a steady and in a moving world, in per cent."""
    worlds = {each: (knowledge(each, 0), knowledge(each, TURBULENCE)) for each in NEWCOMERS}
    return [
        ["state", "Month", "Steady world", "Moving world"],
        *(
            [str(newcomers), str(EVERY * point), f"{100 * steady:.0f}", f"{100 * moving:.0f}"]
            for newcomers, shares in worlds.items()
            for point, (steady, moving) in enumerate(zip(*shares, strict=True))
        ),
    ]
