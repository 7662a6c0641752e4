"""What is compared of a spectrum."""
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Ion:
    """A precursor: m/z in Th, charges it has or may have, edges of its isolation window in Th."""

    mz: float | None = None
    charges: tuple[int, ...] = ()
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True)
class Spectrum:
    """`crc` is the CRC-32 of all m/z and then all intensities as 64-bit numbers, in order of m/z."""

    id: str
    level: int | None = None
    seconds: float | None = None
    precursors: tuple[Ion, ...] = ()
    peaks: int | None = None
    crc: int | None = None
    crc_short: int | None = None  # the same after intensities were rounded to 32 bits; not said by Moselle
    set_aside: str | None = None  # why Moselle does not use it
    scan: int | None = None  # its scan number; said by Moselle only, and not compared


@dataclass
class Reading:
    """The spectra of a file in its order, and why there are no more where the reader gave up."""

    spectra: list[Spectrum] = field(default_factory=list)
    error: str | None = None
