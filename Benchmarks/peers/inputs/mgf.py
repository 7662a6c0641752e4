"""Fragment spectra of an mzML file as MGF, for tools that cannot read every mzML (X!Tandem: no compressed arrays)."""
import base64
import struct
import xml.etree.ElementTree
import zlib
from pathlib import Path

SPECTRUM = "{http://psi.hupo.org/ms/mzml}spectrum"


def mzml_as_mgf(source: Path, target: Path) -> None:
    """Writes each spectrum of level 2 with its native id as title; numbers keep their full precision."""
    with open(target, "w", encoding="utf-8") as file:
        for _, element in xml.etree.ElementTree.iterparse(source):
            if element.tag == SPECTRUM:
                file.write(entry(element))
                element.clear()


def entry(element) -> str:
    """The MGF text of a spectrum; empty where it is not of level 2."""
    terms = values(element)
    if terms.get("MS:1000511") != "2":
        return ""
    lines = ["BEGIN IONS", f"TITLE={element.get('id')}", f"PEPMASS={terms['MS:1000744']}"]
    if "MS:1000041" in terms:
        lines.append(f"CHARGE={terms['MS:1000041']}+")
    arrays = dict(array(child) for child in element.iter() if child.tag.endswith("}binaryDataArray"))
    lines += [f"{mz!r} {intensity!r}" for mz, intensity in zip(arrays["MS:1000514"], arrays["MS:1000515"])]
    return "\n".join(lines + ["END IONS\n\n"])


def values(element) -> dict[str, str]:
    """Accessions and values of the terms of an element."""
    terms = (child for child in element.iter() if child.tag.endswith("}cvParam"))
    return {term.get("accession"): term.get("value", "") for term in terms}


def array(element) -> tuple[str, tuple[float, ...]]:
    """The kind of a binary array and its numbers."""
    terms = values(element)
    data = base64.b64decode(next(child.text or "" for child in element if child.tag.endswith("}binary")))
    if "MS:1000574" in terms:
        data = zlib.decompress(data)
    size, code = (8, "d") if "MS:1000523" in terms else (4, "f")
    kind = next((kind for kind in ("MS:1000514", "MS:1000515") if kind in terms), "another")
    return kind, struct.unpack(f"<{len(data) // size}{code}", data)
