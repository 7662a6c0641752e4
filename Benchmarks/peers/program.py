"""Calls of the program for what a comparison needs beside what it measures."""
import subprocess

from peers.places import PROGRAM, Absent


def moselle(*words) -> str:
    """What the program printed; Absent with the end of what it complained of where its exit status is not 0."""
    done = subprocess.run([str(word) for word in (PROGRAM, *words)], capture_output=True, text=True)
    if done.returncode != 0:
        raise Absent(f"moselle {words[0]} failed: {last_line(done.stderr)}")
    return done.stdout


def last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no message"])[-1]
