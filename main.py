"""Perceptra: build a feed-forward network on a canvas and watch it learn, live."""

import argparse
import os
import signal
import sys
from pathlib import Path
from typing import NoReturn, Optional, Sequence, Tuple

from gui.startup_check import find_problem, find_python_problem


class ArgumentParser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Leave with exit code 2 and one sentence, without the usage text."""
        self.exit(2, f"{self.prog}: {message}; {self.prog} --help lists what can be said\n")


def parse_arguments(arguments: Optional[Sequence[str]] = None) -> argparse.Namespace:
    """The command line as options; leaves with exit code 2 and one sentence where it makes no sense."""
    parser = ArgumentParser(prog="main.py", description=__doc__)
    parser.add_argument(
        "project",
        nargs="?",
        type=Path,
        metavar="FILE",
        help="a project (.perceptra), a lesson (.toml) or slides (.perceptra-slides) to open",
    )
    parser.add_argument("--demo", metavar="NAME", help="open a ready project for a data set, e.g. xor or moons")
    parser.add_argument("--language", choices=("en", "zh_CN"), help="language of the window")
    parser.add_argument("--theme", choices=("light", "dark"), help="colours of the window")
    parser.add_argument("--size", type=_size, metavar="WxH", help="size of the window, e.g. 1280x720")
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help="save a picture of the window and leave")
    parser.add_argument("--until-trained", action="store_true", help="train before the picture; exit 3 if it fails")
    parser.add_argument("--limit", type=_seconds, metavar="SECONDS", help="give up training after this (default 60)")
    options = parser.parse_args(arguments)
    if options.project is not None and options.demo is not None:
        parser.error("a project file and --demo cannot be opened together")
    if options.until_trained and options.screenshot is None:
        parser.error("--until-trained goes with --screenshot FILE")
    if options.limit is not None and not options.until_trained:
        parser.error("--limit goes with --until-trained")
    return options


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Parse the arguments, check what a start needs, show the window; returns the exit code."""
    problem = find_python_problem(sys.version_info[:2])
    if problem is None:
        options = parse_arguments(arguments)
        problem = find_problem(offscreen=options.screenshot is not None)
    if problem is not None:
        sys.stderr.write(problem + "\n")
        return 2
    # Training, pictures and window each multiply small matrices in a thread of their own: helpers that the library of
    # products would start for each of them only wait for each other, 100 times as long as one thread takes alone.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(
            signal.SIGINT, signal.SIG_DFL
        )  # until the window is there, Ctrl+C ends without Python's complaint
    from gui.application import run

    return run(options)


def _size(text: str) -> Tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) and int(height)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size like 1280x720")
    return int(width), int(height)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0.0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds above 0")
    return seconds


if __name__ == "__main__":
    sys.exit(main())
