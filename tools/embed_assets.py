#!/usr/bin/env python3
"""Writes style sheet and script of the HTML report as C++, with their hashes for the policy of the page.

    embed_assets.py OUTPUT.cpp REPORT.css REPORT.js

The hash is that of the text between <style> or <script> and its end tag, which is what browsers compare.
"""
import base64
import hashlib
import pathlib
import sys

DELIMITER = "asset"

FUNCTIONS = """
std::string_view {name}() {{
  return R"{delimiter}({text}){delimiter}";
}}

std::string_view {name}Hash() {{ return "sha256-{digest}"; }}
"""


def asset(name, path):
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    for forbidden in ("</", f"){DELIMITER}\"", "http:", "https:", "@import", "url("):
        if forbidden in text:
            sys.exit(f"{path}: must not contain {forbidden!r}, as the page is one file without requests")
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return FUNCTIONS.format(name=name, text=text, delimiter=DELIMITER, digest=digest)


def main():
    output, style, script = (pathlib.Path(argument) for argument in sys.argv[1:])
    source = ('#include "report/html_assets.h"\n\nnamespace exdiag::report {\n'
              + asset("StyleSheet", style) + asset("Script", script)
              + "\n}  // namespace exdiag::report\n")
    output.write_text(source, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
