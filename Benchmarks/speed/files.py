"""The files that are read, made anew for each call of the command."""
import re
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from peers.inputs import making, spectra
from peers.places import PRIVATE
from peers.program import moselle

FOLDER = PRIVATE / "reading"
# Makes 314 MB of mzML, which is about what a two-hour run with fragment spectra of a hundred peaks takes.
SIMULATED_SPECTRA = 45_000
BSA = "bsa-lfq/BSA1.mzML.gz"
# Makes 284 MB.
BSA_COPIES = 21


class Form(NamedTuple):
    """One file: the name of its row, its name on disk, and what makes it from those before."""

    title: str
    name: str
    make: Callable[[Path], None]


def simulated(target: Path) -> None:
    study = FOLDER / "study"
    making.simulate(making.real(making.YEAST), SIMULATED_SPECTRA, study)
    next(study.glob("*.mzML")).rename(target)
    shutil.rmtree(study)


def bsa(target: Path) -> None:
    """A real run many times over, each copy with identifiers of its own, and with an index: without one, the library of
    ProteoWizard takes many minutes."""
    text = spectra.unpacked(making.real(BSA))
    start, end = text.index(b"<spectrum "), text.rindex(b"</spectrumList>")
    count = b'<spectrumList count="%d"' % (text.count(b"<spectrum ") * BSA_COPIES)
    with open(target, "wb") as file:
        file.write(re.sub(rb'<spectrumList count="\d+"', count, text[:start]))
        entries = []
        for copy in range(BSA_COPIES):
            copied = renumbered(text[start:end], copy)
            entries += spectra.index_entries(copied, file.tell())
            file.write(copied)
        file.write(b"</spectrumList></run></mzML>\n")
        file.write(spectra.index(entries, file.tell()))


def renumbered(text: bytes, copy: int) -> bytes:
    """The spectra of a copy: counted on in their order, and in their identifiers where they stand and are referred to."""
    count = text.count(b"<spectrum ")
    named = re.sub(rb'"spectrum=(\d+)"', lambda found: b'"spectrum=%d"' % (int(found[1]) + copy * 10_000), text)
    return re.sub(rb' index="(\d+)"', lambda found: b' index="%d"' % (int(found[1]) + copy * count), named)


def converted(source: str) -> Callable[[Path], None]:
    return lambda target: moselle("convert", FOLDER / source, target, "--progress", "none")


def compressed(source: str) -> Callable[[Path], None]:
    """One gzip member, as gzip itself writes it."""
    def make(target: Path) -> None:
        with open(FOLDER / source, "rb") as plain, open(target, "wb") as file:
            stream = zlib.compressobj(6, zlib.DEFLATED, 31)
            while piece := plain.read(1 << 20):
                file.write(stream.compress(piece))
            file.write(stream.flush())
    return make


FORMS = [
    Form("simulated, mzML, zlib", "simulated.mzML", simulated),
    Form("simulated, mzML, zlib, in gzip", "simulated.mzML.gz", compressed("simulated.mzML")),
    Form("simulated, mzXML", "simulated.mzXML", converted("simulated.mzML")),
    Form("BSA, mzML, not compressed", "bsa.mzML", bsa),
    Form("BSA, mzML, not compressed, in gzip", "bsa.mzML.gz", compressed("bsa.mzML")),
    Form("BSA, mzML, zlib", "bsa-zlib.mzML", converted("bsa.mzML")),
]
