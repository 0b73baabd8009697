#!/usr/bin/env python3
"""Writes the bill of materials of a release as SPDX 2.3 JSON on standard output.

  write_sbom.py VERSION DIST LINUX-LIBRARIES WINDOWS-LIBRARIES

DIST holds the files of the release. The lists have a line "package version" for each library in the
programs for Linux and Windows, as the build writes them (generated/libraries.txt). The creation time is
SOURCE_DATE_EPOCH, so that the same release has the same bill.
"""
import datetime
import hashlib
import json
import os
import pathlib
import sys

LICENSES = {
    "boost1.74": "BSL-1.0", "bzip2": "bzip2-1.0.6", "fmtlib": "MIT", "libarchive": "BSD-2-Clause",
    "libdeflate": "MIT", "libzstd": "BSD-3-Clause", "lz4": "BSD-2-Clause", "minizip": "Zlib",
    "nlohmann-json3": "MIT", "re2": "BSD-3-Clause",
    "xz-utils": "LicenseRef-public-domain", "yaml-cpp": "MIT", "zlib": "Zlib", "libz-mingw-w64": "Zlib",
    "nettle": "LGPL-3.0-or-later", "mingw-w64": "ZPL-2.1 AND MIT",
}
# The compiler's runtime, whatever its version.
GCC_LICENSE = "GPL-3.0-or-later WITH GCC-exception-3.1"


def libraries(path):
    """(name, version) of each library that a list of "name version" lines names."""
    found = set()
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        name, _, version = line.partition(" ")
        if name and version:
            found.add((name, version))
    return found


def identifier(name, version=""):
    return "SPDXRef-" + "".join(c if c.isalnum() or c in ".-" else "-" for c in f"{name}-{version}".rstrip("-"))


def license_of(library):
    return GCC_LICENSE if library.startswith("gcc-") else LICENSES.get(library, "NOASSERTION")


def library_package(name, version):
    return {
        "SPDXID": identifier(name, version), "name": name, "versionInfo": version, "supplier": "Organization: Debian",
        "downloadLocation": "NOASSERTION", "filesAnalyzed": False, "copyrightText": "NOASSERTION",
        "licenseConcluded": license_of(name), "licenseDeclared": license_of(name),
        "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                          "referenceLocator": f"pkg:deb/debian/{name}@{version.replace('+', '%2B').replace(':', '%3A')}?arch=source"}],
    }


def file_package(path, version):
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {
        "SPDXID": identifier(path.name), "name": path.name, "versionInfo": version, "downloadLocation": "NOASSERTION",
        "supplier": "Organization: The exdiag authors", "filesAnalyzed": False, "copyrightText": "The exdiag contributors",
        "licenseConcluded": "MIT", "licenseDeclared": "MIT", "checksums": [{"algorithm": "SHA256", "checksumValue": digest}],
    }


def relation(subject, kind, target):
    return {"spdxElementId": subject, "relationshipType": kind, "relatedSpdxElement": target}


def bill(version, dist, linux, windows):
    files = sorted(path for path in dist.iterdir() if path.suffix in (".deb", ".gz", ".zip", ".exe"))
    packages = [file_package(path, version) for path in files]
    packages += [library_package(*library) for library in sorted(linux | windows)]
    relations = [relation("SPDXRef-DOCUMENT", "DESCRIBES", identifier(path.name)) for path in files]
    for path in files:
        if "source" in path.name:
            continue
        for library in sorted(windows if path.suffix in (".zip", ".exe") else linux):
            relations.append(relation(identifier(path.name), "STATIC_LINK", identifier(*library)))
    created = datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", 0)), datetime.timezone.utc)
    content = hashlib.sha256(json.dumps(packages, sort_keys=True).encode()).hexdigest()
    return {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": f"exdiag-{version}",
        "documentNamespace": f"urn:exdiag:spdx:{version}:{content[:32]}",
        "creationInfo": {"created": created.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": ["Tool: exdiag-write-sbom"]},
        "hasExtractedLicensingInfos": [{"licenseId": "LicenseRef-public-domain", "extractedText": "Put into the public domain.",
                                        "name": "Public domain"}],
        "packages": packages, "relationships": relations,
    }


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    linux, windows = libraries(sys.argv[3]), libraries(sys.argv[4])
    print(json.dumps(bill(sys.argv[1], pathlib.Path(sys.argv[2]), linux, windows), indent=2))


if __name__ == "__main__":
    main()
