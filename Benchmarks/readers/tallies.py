"""Counts of what was compared, and the differences grouped by kind."""
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from readers.comparing import Difference, pairs
from readers.known import Known, explanation
from readers.spectra import Reading


@dataclass
class Group:
    """Differences of one kind with one reason, or with none."""

    peer: str
    kind: str
    known: Known | None
    file: str
    first: Difference
    count: int = 0
    files: set[str] = field(default_factory=set)


@dataclass
class Tally:
    """What one peer was compared in, by format."""

    files: Counter = field(default_factory=Counter)
    spectra: Counter = field(default_factory=Counter)
    peaks: Counter = field(default_factory=Counter)
    identical: Counter = field(default_factory=Counter)
    explained: Counter = field(default_factory=Counter)
    refused: Counter = field(default_factory=Counter)


class Tallies:
    def __init__(self, known: list[Known]):
        self.known = known
        self.peers: dict[str, Tally] = {}
        self.groups: dict[tuple, Group] = {}

    def add(self, peer: str, file: str, form: str, ours: Reading, theirs: Reading, found: Iterable[Difference]) -> None:
        """A file that both have read, or one of them, or none. Spectra count once both have them; peaks where they are
        equal to the last bit that the peer keeps."""
        found = list(found)
        tally = self.peers.setdefault(peer, Tally())
        tally.files[form] += 1
        tally.refused[form] += ours.error is not None and theirs.error is not None
        both = [(mine, other) for mine, other in pairs(ours, theirs) if mine and other]
        reasons = [(each.spectrum, explanation(self.known, peer, file, each)) for each in found]
        changed = {spectrum for spectrum, _ in reasons}
        unexplained = {spectrum for spectrum, known in reasons if known is None}
        tally.spectra[form] += len(both)
        tally.identical[form] += sum(mine.id not in changed for mine, _ in both)
        tally.explained[form] += sum(mine.id in changed and mine.id not in unexplained for mine, _ in both)
        bad = {each.spectrum for each in found if each.kind in ("peaks", "number of peaks", "set aside")}
        tally.peaks[form] += sum(mine.peaks or 0 for mine, _ in both if mine.id not in bad)
        for difference, (_, known) in zip(found, reasons):
            self.group(peer, file, difference, known)

    def group(self, peer: str, file: str, difference: Difference, known: Known | None) -> None:
        key = (peer, difference.kind, known)
        group = self.groups.setdefault(key, Group(peer, difference.kind, known, file, difference))
        group.count += 1
        group.files.add(file)

    @property
    def unexplained(self) -> list[Group]:
        return [group for group in self.groups.values() if group.known is None]

    @property
    def explained(self) -> list[Group]:
        return [group for group in self.groups.values() if group.known is not None]

    def unused(self) -> list[Known]:
        """Lines of the table of known differences that explained nothing."""
        used = {id(group.known) for group in self.groups.values()}
        return [known for known in self.known if id(known) not in used]
