"""Hours kept for causes, and the work that a team gets done in the weeks that follow.

After Repenning, N. P., & Sterman, J. D. (2001). Nobody ever gets credit for fixing problems that
never happened. California Management Review, 43(4). Their argument: what gets done is the time
spent working times capability; capability erodes by itself, and time spent on improvement raises
it, but only after a delay. So more time for improvement makes things worse before it makes them
better. They give no numbers for a team; all numbers below are invented.
"""

from __future__ import annotations

FILE = "focus-hours.csv"

WEEKS = 26
TIME = 40.0  # hours of work that the team has in a week
KEPT = (0, 2, 4, 6, 8)  # of which so many are kept for causes
CAPABILITY = 0.7  # of an hour of work, what is left after getting round faults
EROSION = 0.015  # the share of capability that is lost in a week
GAIN = 0.0175  # the share of what is still missing that an hour on causes wins back
DELAY = 4  # weeks until it does


def work(kept: int) -> list[float]:
    """Return the hours of work done in each week, by the hours kept for causes."""
    done = []
    capability = CAPABILITY
    for week in range(WEEKS):
        done.append((TIME - kept) * capability)
        won = GAIN * kept * (1 - capability) if week + 1 >= DELAY else 0
        capability += won - EROSION * capability
    return done


def rows() -> list[list[str]]:
    """Return the work of each week, beside that of a team which keeps nothing."""
    nothing = work(0)
    head = ["state", "Week", "■ Work done", "Nothing kept"]
    return [
        head,
        *(
            [str(kept), str(week), f"{done:.1f}", f"{compared:.1f}" if kept else ""]
            for kept in KEPT
            for week, (done, compared) in enumerate(zip(work(kept), nothing, strict=True), 1)
        ),
    ]
