"""Where and when figures were taken."""
import datetime
import os
import platform
import re
import subprocess
from pathlib import Path

from peers.places import ROOT


def description() -> str:
    """One line: processor, memory, system, load, date, and the state of the program's sources."""
    processor = first(r"model name\s*: (.*)", Path("/proc/cpuinfo")) or platform.machine()
    memory = int(first(r"MemTotal:\s*(\d+)", Path("/proc/meminfo")) or 0) * 1024 / 1e9
    system = first(r'PRETTY_NAME="([^"]*)"', Path("/etc/os-release")) or platform.system()
    today = datetime.date.today().isoformat()
    cores = len(os.sched_getaffinity(0))
    return f"{today}, {cores} cores of {processor}, {memory:.0f} GB, {system}; load at the start {load()}; {state()}"


def load() -> str:
    """Processes that ran or wanted to on the average of the last minute: 0 on a quiet machine."""
    return f"{os.getloadavg()[0]:.1f}"


def state() -> str:
    words = ["git", "-C", str(ROOT), "describe", "--always", "--dirty"]
    done = subprocess.run(words, capture_output=True, text=True)
    return f"Moselle {done.stdout.strip()}" if done.returncode == 0 else "Moselle of an unpacked archive"


def first(pattern: str, path: Path) -> str | None:
    found = re.search(pattern, path.read_text()) if path.is_file() else None
    return found[1].strip() if found else None
