"""Wall seconds, CPU seconds and peak memory of a run: one command, or several one after another."""
import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple


class Figures(NamedTuple):
    """What a run cost. Times of several commands are added, of their peaks the highest stands."""

    wall: float  # seconds
    cpu: float  # seconds, of all threads
    peak: float  # megabytes (10^6 bytes) resident


class RunFailed(Exception):
    """A command that failed or took too long."""


def measure(commands: list[list], folder: Path, environment: dict, limit: int) -> Figures:
    """Runs the commands in the folder; what they print goes to stdout.txt and stderr.txt there."""
    parts = [measure_one([str(word) for word in words], folder, environment, limit) for words in commands]
    return Figures(sum(p.wall for p in parts), sum(p.cpu for p in parts), max(p.peak for p in parts))


def measure_one(words: list[str], folder: Path, environment: dict, limit: int) -> Figures:
    measured = [sys.executable, "-I", "-S", str(Path(__file__).with_name("measured.py"))]
    arguments = [str(limit), str(folder / "stdout.txt"), str(folder / "stderr.txt"), str(folder)]
    done = subprocess.run(measured + arguments + words, env=environment, stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise RunFailed(f"{words[0]} could not be measured (exit status {done.returncode})")
    figures = json.loads(done.stdout)
    if figures["stopped"]:
        raise RunFailed(f"stopped after {figures['wall']:.0f} s (the limit is {limit} s)")
    if figures["status"] != 0:
        raise RunFailed(f"exit status {figures['status']} after {figures['wall']:.1f} s")
    return Figures(figures["wall"], figures["cpu"], figures["peak"])
