"""The comparison as Markdown."""
from peers.table import line
from readers.tallies import Group, Tallies

FORMS = {"mzml": "mzML", "mzxml": "mzXML", "mgf": "MGF", "ms2": "MS2"}
LONGEST_VALUE = 120


def text(title: str, tallies: Tallies, names: dict[str, str]) -> str:
    """Counts, then what is not explained, then what is."""
    parts = [f"## {title}", "", counts(tallies, names)]
    if tallies.unexplained:
        parts += ["### Not explained", "", groups(tallies.unexplained, names, has_reason=False)]
    if tallies.explained:
        parts += ["### Known and explained", "", groups(tallies.explained, names, has_reason=True)]
    return "\n".join(parts)


def counts(tallies: Tallies, names: dict[str, str]) -> str:
    columns = ["reader", "format", "files", "read by neither", "spectra", "identical", "explained", "equal peaks"]
    lines = [line(columns), line(["---"] * len(columns))]
    for peer, tally in tallies.peers.items():
        for form, name in FORMS.items():
            if tally.files[form]:
                figures = (tally.files, tally.refused, tally.spectra, tally.identical, tally.explained, tally.peaks)
                lines.append(line([names[peer], name, *(f"{figure[form]:,}" for figure in figures)]))
    return "\n".join(lines) + "\n"


def groups(found: list[Group], names: dict[str, str], has_reason: bool) -> str:
    columns = ["reader", "difference", "times", "files", "first"] + ["why"] * has_reason
    lines = [line(columns), line(["---"] * len(columns))]
    for group in sorted(found, key=lambda group: (group.peer, group.kind, -group.count)):
        reason = [group.known.why] if group.known else []
        cells = [names[group.peer], group.kind, f"{group.count:,}", f"{len(group.files)}", example(group), *reason]
        lines.append(line([cell.replace("|", "/") for cell in cells]))
    return "\n".join(lines) + "\n"


def example(group: Group) -> str:
    where = f"`{group.file}`" + (f" {group.first.spectrum}" if group.first.spectrum else "")
    return f"{where}: {shown(group.first.moselle)}, there {shown(group.first.peer)}"


def shown(value: object) -> str:
    words = "nothing" if value in (None, ()) else str(value)
    return words if len(words) <= LONGEST_VALUE else words[:LONGEST_VALUE] + "..."
