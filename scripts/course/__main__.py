"""Runs the command `course`, also as `python -m course`."""

import sys

from course.print.sealed import nothing_to_do


def main() -> int:
    """Run the command line, and return the exit status."""
    if nothing_to_do(sys.argv[1:]):
        return 0
    # Not before it is needed: it brings along all that any command needs.
    from course.commands.line import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
