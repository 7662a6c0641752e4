"""Spectra files every tool reads: mzML, unpacked and with an index; mzXML is rewritten.

The rewriting keeps what a search needs: level, retention time, precursor m/z, charge and intensity, and the peaks.
"""
import base64
import gzip
import re
import struct
import xml.etree.ElementTree
import zlib
from pathlib import Path


def unpacked(source: Path) -> bytes:
    opener = gzip.open if source.suffix == ".gz" else open
    with opener(source, "rb") as file:
        return file.read()


def write_indexed(mzml: bytes, target: Path) -> None:
    """Writes an mzML document; one without an index gets one, because Comet reads no other."""
    if b"<indexListOffset>" not in mzml:
        mzml = with_index(mzml)
    target.write_bytes(mzml)


def with_index(mzml: bytes) -> bytes:
    """The document inside `indexedmzML`, with the byte offset of each spectrum."""
    body = mzml[mzml.index(b"<mzML"):].rstrip()
    start = b'<?xml version="1.0" encoding="utf-8"?>\n<indexedmzML xmlns="http://psi.hupo.org/ms/mzml">\n'
    entries = index_entries(body, len(start))
    return start + body + b"\n" + index(entries, len(start) + len(body) + 1)


def index_entries(mzml: bytes, place: int) -> list[bytes]:
    """Entries of an index for the spectra of a piece of mzML that stands at a place of a file."""
    tags = re.finditer(rb'<spectrum [^>]*?\bid="([^"]*)"', mzml)
    return [b'<offset idRef="%s">%d</offset>\n' % (tag[1], place + tag.start()) for tag in tags]


def index(entries: list[bytes], place: int) -> bytes:
    """What follows the document: the index, which stands at a place of the file, and the end of `indexedmzML`."""
    return (
        b'<indexList count="1"><index name="spectrum">\n' + b"".join(entries) + b"</index></indexList>\n"
        b"<indexListOffset>%d</indexListOffset>\n</indexedmzML>\n" % place)


def count_fragment_spectra(path: Path) -> int:
    """Spectra of level 2 of an mzML file."""
    levels = path.read_bytes().split(b'accession="MS:1000511"')[1:]
    return sum(b'value="2"' in level[:200].split(b">")[0] for level in levels)


def mzxml_as_mzml(source: Path, target: Path) -> None:
    """Writes the scans of an mzXML file as mzML with native ids `scan=N`."""
    root = xml.etree.ElementTree.fromstring(unpacked(source))
    scans = [element for element in root.iter() if name(element) == "scan"]
    parts = [HEADER.format(run=target.stem, count=len(scans))]
    parts += [spectrum(index, scan) for index, scan in enumerate(scans)]
    write_indexed("".join(parts + ["</spectrumList></run></mzML>\n"]).encode(), target)


def name(element) -> str:
    return element.tag.rpartition("}")[2]


def spectrum(index: int, scan) -> str:
    parts = {name(child): child for child in scan}
    masses, intensities = peaks(parts["peaks"])
    seconds = float(scan.get("retentionTime").removeprefix("PT").removesuffix("S"))
    level = int(scan.get("msLevel"))
    kind = term("MS:1000580", "MSn spectrum") if level > 1 else term("MS:1000579", "MS1 spectrum")
    time = term("MS:1000016", "scan start time", seconds, 'unitCvRef="UO" unitAccession="UO:0000010" unitName="second"')
    return (
        f'<spectrum index="{index}" id="scan={scan.get("num")}" defaultArrayLength="{len(masses)}">\n'
        + term("MS:1000511", "ms level", level) + kind + term("MS:1000127", "centroid spectrum")
        + f'<scanList count="1">{term("MS:1000795", "no combination")}<scan>{time}</scan></scanList>\n'
        + (precursor(parts["precursorMz"]) if "precursorMz" in parts else "")
        + '<binaryDataArrayList count="2">\n' + array(masses, term("MS:1000514", "m/z array", "", MZ_UNIT))
        + array(intensities, term("MS:1000515", "intensity array", "", INTENSITY_UNIT))
        + "</binaryDataArrayList></spectrum>\n")


def precursor(element) -> str:
    selected = term("MS:1000744", "selected ion m/z", float(element.text), MZ_UNIT)
    if element.get("precursorCharge"):
        selected += term("MS:1000041", "charge state", int(element.get("precursorCharge")))
    if element.get("precursorIntensity"):
        selected += term("MS:1000042", "peak intensity", float(element.get("precursorIntensity")), INTENSITY_UNIT)
    return (
        f'<precursorList count="1"><precursor><selectedIonList count="1"><selectedIon>{selected}</selectedIon>'
        f'</selectedIonList><activation>{term("MS:1000422", "beam-type collision-induced dissociation")}</activation>'
        "</precursor></precursorList>\n")


def peaks(element) -> tuple[list[float], list[float]]:
    """m/z and intensities of a `peaks` element: pairs in network byte order."""
    data = base64.b64decode(element.text or "")
    if element.get("compressionType") == "zlib":
        data = zlib.decompress(data)
    size, code = (8, "d") if element.get("precision") == "64" else (4, "f")
    values = struct.unpack(f">{len(data) // size}{code}", data)
    return values[::2], values[1::2]


def array(values, kind: str) -> str:
    text = base64.b64encode(zlib.compress(struct.pack(f"<{len(values)}d", *values))).decode()
    terms = term("MS:1000523", "64-bit float") + term("MS:1000574", "zlib compression") + kind
    return f'<binaryDataArray encodedLength="{len(text)}">{terms}<binary>{text}</binary></binaryDataArray>\n'


def term(accession: str, name: str, value="", unit: str = "") -> str:
    return f'<cvParam cvRef="MS" accession="{accession}" name="{name}" value="{value}" {unit}/>'


MZ_UNIT = 'unitCvRef="MS" unitAccession="MS:1000040" unitName="m/z"'
INTENSITY_UNIT = 'unitCvRef="MS" unitAccession="MS:1000131" unitName="number of detector counts"'
HEADER = """<?xml version="1.0" encoding="utf-8"?>
<mzML xmlns="http://psi.hupo.org/ms/mzml" version="1.1.0">
<cvList count="2">
<cv id="MS" fullName="PSI mass spectrometry ontology" URI="https://purl.obolibrary.org/obo/ms.obo"/>
<cv id="UO" fullName="Unit ontology" URI="https://purl.obolibrary.org/obo/uo.obo"/>
</cvList>
<fileDescription><fileContent>
<cvParam cvRef="MS" accession="MS:1000580" name="MSn spectrum" value=""/>
</fileContent></fileDescription>
<softwareList count="1"><software id="comparison" version="1"/></softwareList>
<instrumentConfigurationList count="1"><instrumentConfiguration id="instrument"/></instrumentConfigurationList>
<dataProcessingList count="1"><dataProcessing id="rewritten"><processingMethod order="1" softwareRef="comparison">
<cvParam cvRef="MS" accession="MS:1000544" name="Conversion to mzML" value=""/>
</processingMethod></dataProcessing></dataProcessingList>
<run id="{run}" defaultInstrumentConfigurationRef="instrument">
<spectrumList count="{count}" defaultDataProcessingRef="rewritten">
"""
