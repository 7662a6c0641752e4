"""Whether an mzML or mzXML file is what it says: its index, its checksum and the schema."""
import hashlib
import re
import subprocess
from pathlib import Path

from peers.install.python import PythonPackage
from peers.places import Absent

# The schema of indexed mzML 1.1 comes with OpenMS.
SCHEMA = "share/OpenMS/SCHEMAS/mzML_idx_1_10.xsd"
VALIDATION = """
import sys
from lxml import etree
schema = etree.XMLSchema(etree.parse(sys.argv[1]))
schema.validate(etree.parse(sys.argv[2], etree.XMLParser(huge_tree=True)))
print("\\n".join(f"line {error.line}: {error.message}" for error in schema.error_log))
"""
OFFSETS = {
    "mzml": (rb'<offset idRef="([^"]*)">(\d+)</offset>', rb'<spectrum [^>]*?\bid="%s"'),
    "mzxml": (rb'<offset id="([^"]*)">(\d+)</offset>', rb'<scan [^>]*?\bnum="%s"'),
}
LISTS = {"mzml": (b"indexListOffset", b"<indexList "), "mzxml": (b"indexOffset", b"<index ")}
CHECKSUMS = {"mzml": b"<fileChecksum>", "mzxml": b"<sha1>"}


def faults(path: Path, form: str, validator: PythonPackage, owner: PythonPackage) -> list[str]:
    """All that is wrong; MGF has nothing of the kind, and the schema is that of mzML."""
    if form == "mgf":
        return []
    data = path.read_bytes()
    found = index_faults(data, form) + checksum_faults(data, form)
    return found + (schema_faults(path, validator, owner) if form == "mzml" else [])


def index_faults(data: bytes, form: str) -> list[str]:
    """Entries of the index that do not point at their spectrum, spectra without entry, a wrong place of the index."""
    entry, start = OFFSETS[form]
    entries = re.findall(entry, data)
    faults = [
        f"index entry {name.decode()} does not point at its spectrum" for name, offset in entries
        if not re.match(start % re.escape(name), data[int(offset):int(offset) + 4000])]
    count = len(re.findall(start.partition(b" ")[0] + rb"\s", data))
    if len(entries) != count:
        faults.append(f"{len(entries)} index entries for {count} spectra")
    element, begin = LISTS[form]
    place = re.search(b"<%s>(\\d+)</%s>" % (element, element), data)
    if not place or not data[int(place[1]):].startswith(begin):
        faults.append("the offset of the index does not point at it")
    return faults


def checksum_faults(data: bytes, form: str) -> list[str]:
    """The SHA-1 covers the file up to and including the start tag it stands in."""
    before, tag, after = data.partition(CHECKSUMS[form])
    stated = after[:40].decode(errors="replace")
    return [] if tag and hashlib.sha1(before + tag).hexdigest() == stated else [f"the checksum {stated} is wrong"]


def schema_faults(path: Path, validator: PythonPackage, owner: PythonPackage) -> list[str]:
    """What lxml says of a file by the schema that lies in the private Python of `owner`."""
    schema = next(owner.interpreter.parent.parent.glob(f"lib/python3*/site-packages/pyopenms/{SCHEMA}"), None)
    if schema is None:
        raise Absent(f"no {Path(SCHEMA).name} in {owner.name}")
    words = [validator.interpreter, "-B", "-c", VALIDATION, schema, path]
    done = subprocess.run(words, capture_output=True, text=True, env=validator.environment())
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line]
    return lines[:3] if done.stdout.strip() or done.returncode else []
