"""Where two readings of a file differ."""
from collections.abc import Iterator
from dataclasses import dataclass

from readers.spectra import Ion, Reading, Spectrum

# Minutes become seconds by one multiplication or two; nothing else may differ.
TIME_TOLERANCE_SECONDS = 1e-9
# Edges are sums of a target and an offset.
EDGE_TOLERANCE_TH = 1e-9


@dataclass(frozen=True)
class Difference:
    """`moselle` and `peer` are the values, `spectrum` an identifier; no spectrum where the whole file is meant."""

    kind: str
    spectrum: str | None
    moselle: object
    peer: object


def differences(ours: Reading, theirs: Reading, rounded: dict[int, int]) -> Iterator[Difference]:
    """Differences in the order of the file.

    `rounded` has the CRC of peaks whose intensities were rounded to 32 bits by the CRC of the exact ones, from a
    reader that keeps 64.
    """
    if (ours.error is None) != (theirs.error is None):
        kind = "refused by Moselle" if ours.error else "refused by the peer"
        yield Difference(kind, None, ours.error, theirs.error)
    for mine, other in pairs(ours, theirs):
        if mine is None:
            yield Difference("spectrum missing in Moselle", other.id, None, other.id)
        elif other is None:
            yield Difference("spectrum missing in the peer", mine.id, mine.id, None)
        else:
            yield from of_spectrum(mine, other, rounded)


def pairs(ours: Reading, theirs: Reading) -> list[tuple[Spectrum | None, Spectrum | None]]:
    """Spectra beside one another: by position, or by identifier where their numbers differ. What a reader that gave up
    has not reached is left out."""
    mine, other = ours.spectra, theirs.spectra
    if ours.error is not None or theirs.error is not None or len(mine) == len(other):
        return list(zip(mine, other))
    known = {spectrum.id: spectrum for spectrum in reversed(other)}
    names = {spectrum.id for spectrum in mine}
    return [(spectrum, known.get(spectrum.id)) for spectrum in mine] + [
        (None, spectrum) for spectrum in other if spectrum.id not in names]


def of_spectrum(mine: Spectrum, other: Spectrum, rounded: dict[int, int]) -> Iterator[Difference]:
    if mine.id != other.id:
        yield Difference("id", mine.id, mine.id, other.id)
    if mine.set_aside:
        yield Difference("set aside", mine.id, mine.set_aside, None)
        return
    if mine.level != other.level:
        yield Difference("level", mine.id, mine.level, other.level)
    if not same_time(mine.seconds, other.seconds):
        yield Difference("time", mine.id, mine.seconds, other.seconds)
    yield from of_precursors(mine, other)
    if mine.peaks != other.peaks:
        yield Difference("number of peaks", mine.id, mine.peaks, other.peaks)
    elif mine.crc != other.crc:
        is_rounded = rounded.get(mine.crc) == other.crc
        yield Difference("intensities of 64 bits" if is_rounded else "peaks", mine.id, mine.crc, other.crc)


def of_precursors(mine: Spectrum, other: Spectrum) -> Iterator[Difference]:
    if len(mine.precursors) != len(other.precursors):
        yield Difference("precursors", mine.id, mine.precursors, other.precursors)
        return
    for ion, same in zip(mine.precursors, other.precursors):
        if ion.mz != same.mz:
            yield Difference("precursor m/z", mine.id, ion.mz, same.mz)
        if ion.charges != same.charges:
            yield Difference("charges", mine.id, ion.charges, same.charges)
        if not same_window(ion, same):
            yield Difference("isolation window", mine.id, window(ion), window(same))


def window(ion: Ion) -> tuple[float, float] | None:
    return None if ion.lower is None or ion.upper is None else (ion.lower, ion.upper)


def same_window(ion: Ion, same: Ion) -> bool:
    mine, other = window(ion), window(same)
    if mine is None or other is None:
        return mine is other
    return all(abs(edge - there) <= EDGE_TOLERANCE_TH for edge, there in zip(mine, other))


def same_time(mine: float | None, other: float | None) -> bool:
    if mine is None or other is None:
        return mine is other
    return abs(mine - other) <= TIME_TOLERANCE_SECONDS
