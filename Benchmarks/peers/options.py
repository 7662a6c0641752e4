"""What the commands' options have in common."""
import argparse


def choice(parser: argparse.ArgumentParser, text: str | None, known: list[str], default: list[str]) -> list[str]:
    """The words of a list with commas, in the order of those known; a word that is none of them ends the command."""
    if text is None:
        return default
    for word in text.split(","):
        if word not in known:
            parser.error(f"'{word}' is none of {', '.join(known)}")
    return [key for key in known if key in text.split(",")]
