#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Makes elements.tsv and uids.tsv anew and cross-checks them.

The facts (PS3.6 and PS3.7: tag, VR, VM, retired, keyword, name; UID, type, retired, keyword, name)
are read from Debian's python3-pydicom, and compared, element by element, with dicom.dic of DCMTK
(Debian's libdcmtk17). A difference that is not listed in KNOWN below ends the script with status 1
and writes nothing.

    apt-get install python3-pydicom libdcmtk17
    /usr/bin/python3 rar/api/src/dictionary/make-dictionary.py          # writes both files
    /usr/bin/python3 rar/api/src/dictionary/make-dictionary.py --check  # only compares
"""
import glob
import os
import re
import sys

from pydicom._dicom_dict import DicomDictionary, RepeatersDictionary
from pydicom._uid_dict import UID_dictionary

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "main", "resources",
                   "org", "turnstile", "api", "data")

# How DCMTK writes a VR that the standard leaves open.
OPEN_VR = {"US or SS": "xs", "OB or OW": "ox", "US or OW": "lt", "US or SS or OW": "lt",
           "NONE": "na"}

# Tag -> why DCMTK says something else. Both sides were looked up in PS3.6.
KNOWN = {
    "00041200": "an offset: DCMTK's own VR 'up' for UL",
    "00041202": "an offset: DCMTK's own VR 'up' for UL",
    "00041400": "an offset: DCMTK's own VR 'up' for UL",
    "00041420": "an offset: DCMTK's own VR 'up' for UL",
    "00041504": "an offset: DCMTK's own VR 'up' for UL",
    "213000A0": "retired; DCMTK has no mark",
    "213000C0": "retired; DCMTK has no mark",
    "7FE00010": "Pixel Data: DCMTK's own VR 'px' for OB or OW",
}


def elements():
    """Yields (pattern, VR, VM, retired, keyword, name), ordered by pattern."""
    rows = [("%08X" % tag, row) for tag, row in DicomDictionary.items()]
    rows += [(p[:8].upper().replace("X", "x"), row) for p, row in RepeatersDictionary.items()]
    for pattern, (vr, vm, name, retired, keyword) in sorted(rows):
        if keyword:  # the standard keeps a few numbers whose names are gone
            yield pattern, vr, vm, "R" if retired else "", keyword, name


def uids():
    """Yields (UID, type, retired, keyword, name), ordered by the numbers of the UID."""
    rows = sorted(UID_dictionary.items(), key=lambda r: [int(n) for n in r[0].split(".")])
    for uid, (name, kind, _, retired, keyword) in rows:
        yield uid, kind, "R" if retired else "", keyword, name


def dcmtk():
    """Returns tag -> (VR, keyword, VM, retired) of the entries that name one tag."""
    found = {}
    for path in glob.glob("/usr/share/libdcmtk*/dicom.dic"):
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                m = re.match(r"\(([0-9A-Fa-f]{4}),([0-9A-Fa-f]{4})\)\t", line)
                if m:
                    _, vr, keyword, vm, origin = line.rstrip("\n").split("\t")[:5]
                    keyword = re.sub("^(RETIRED_|ACR_NEMA_)", "", keyword)
                    found[(m[1] + m[2]).upper()] = (vr, keyword, vm, "retired" in origin)
    return found


def differences(ours, theirs):
    """Yields a line for each element that DCMTK knows otherwise, or not at all."""
    for pattern, vr, vm, retired, keyword, _ in ours:
        if "x" in pattern or pattern in KNOWN:
            continue
        mine = (OPEN_VR.get(vr, vr), keyword, vm, retired == "R")
        other = theirs.get(pattern)
        if mine != other:
            yield "%s: pydicom %s, DCMTK %s" % (pattern, mine, other)


def write(name, head, rows):
    with open(os.path.join(OUT, name), "w", encoding="utf-8", newline="\n") as out:
        out.write("# Facts of the DICOM standard; made by src/dictionary/make-dictionary.py.\n")
        out.write("# " + "\t".join(head) + "\n")
        for row in rows:
            out.write("\t".join(row) + "\n")


def main():
    ours, theirs = list(elements()), dcmtk()
    wrong = list(differences(ours, theirs))
    for line in wrong:
        print(line)
    print("%d elements, %d UIDs; %d compared with DCMTK, %d known differences, %d others"
          % (len(ours), len(UID_dictionary), len(theirs), len(KNOWN), len(wrong)))
    if wrong:
        sys.exit(1)
    if "--check" not in sys.argv:
        write("elements.tsv", ("tag", "VR", "VM", "retired", "keyword", "name"), ours)
        write("uids.tsv", ("UID", "type", "retired", "keyword", "name"), uids())


main()
