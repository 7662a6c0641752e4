"""What a reader says of a spectrum, as a line of JSON; one reader, a file a line, until there are no more.

Runs inside a private Python, with numpy.
"""
import json
import sys
import zlib

import numpy


def record(name, level, seconds, precursors, mz, intensities):
    """A spectrum. Its peaks are put in order of m/z, equal ones in the order of the file, as Moselle has them."""
    mz = numpy.asarray(mz).astype("<f8")
    intensities = numpy.asarray(intensities)
    order = numpy.argsort(mz, kind="stable") if len(mz) == len(intensities) else slice(None)
    ordered = mz[order].tobytes()
    return {
        "id": name, "level": level, "seconds": seconds, "precursors": precursors, "peaks": len(mz),
        "crc": zlib.crc32(ordered + intensities[order].astype("<f8").tobytes()),
        # The same with intensities as 32 bits hold them, which is what some readers keep.
        "crc_short": zlib.crc32(ordered + intensities[order].astype("<f4").astype("<f8").tobytes()),
    }


def precursor(mz, charges=(), window=None):
    """An ion: m/z, charges it has or may have, and the edges of the isolation window as (target, below, above)."""
    edges = (None, None) if window is None else (window[0] - window[1], window[0] + window[2])
    return {"mz": mz, "charges": sorted(set(charges)), "lower": edges[0], "upper": edges[1]}


def serve(spectra):
    """Reads the files named on standard input, one at a time, into the files named after them."""
    for line in sys.stdin:
        source, target = json.loads(line)
        with open(target, "w", encoding="utf-8") as file:
            try:
                for each in spectra(source):
                    file.write(json.dumps(each) + "\n")
            except Exception as error:  # whatever a reader throws is its answer to this file
                message = f"{type(error).__name__}: {error}".splitlines()[0]
                file.write(json.dumps({"error": message}) + "\n")
        print("done", flush=True)
