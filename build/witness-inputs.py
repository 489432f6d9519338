#!/usr/bin/env python3
"""How many of the inputs that show a bank's bugs stand literally in a spec: whoever reads them there can try them without understanding anything.

build/witness-inputs.py TARGET BANK SPEC      for example corpora/tariff sample corpora/tariff/specs/strong.md

A witness's inputs are the literals of its row, and for a test without rows those of its body: numbers, texts and dates. One stands in the spec if it is a number,
a text or a word of it. 0, 1 and the empty text, which stand in every document, do not count.
"""
import json, pathlib, re, sys

target, bank, spec = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3]).read_text()
sources = "\n".join(path.read_text(encoding="utf-8-sig") for path in target.rglob("*.cs") if "tests" in path.parts or "test" in path.parts)
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"|(?<![\w.])(-?\d[\d_]*(?:\.\d+)?)')
TRIVIAL = {"", "0", "1", "-1", "true", "false", "null"}


def literals(text):
    return {(quoted if quoted is not None else number.replace("_", "")).rstrip("mMdDfFlL") if quoted is None else quoted for quoted, number in
            ((m.group(1), m.group(2) or "") for m in LITERAL.finditer(text))} - TRIVIAL


def body(name):
    found = re.search(rf"\b{re.escape(name)}\s*\([^)]*\)\s*(\{{|=>)", sources)
    if not found:
        return ""
    if found.group(1) == "=>":
        return sources[found.end():sources.index(";", found.end())]
    depth, at = 1, found.end()
    while depth and at < len(sources):
        depth += {"{": 1, "}": -1}.get(sources[at], 0)
        at += 1
    return sources[found.end():at]


def stands(literal):
    return re.search(rf"(?<![\w.]){re.escape(literal)}(?![\w])", spec) is not None


bugs = [json.loads(path.read_text()) for path in sorted((target / ".bugseeder/banks" / bank / "bugs").glob("*/bug.json"))]
rows = whole = inputs = there = full = 0
for bug in bugs:
    complete = False
    for witness in bug["witnesses"]:
        name, _, row = witness.split("::", 1)[1].partition("(")
        found = literals(row or body(name.rsplit(".", 1)[-1]))
        if not found:
            continue
        standing = sum(stands(literal) for literal in found)
        rows, inputs, there = rows + 1, inputs + len(found), there + standing
        whole += standing == len(found)
        complete |= standing == len(found)
    full += complete
print(f"{there} of {inputs} inputs of {rows} witnesses stand in the spec ({100 * there / max(1, inputs):.0f} %); "
      f"{whole} witnesses have all of theirs there ({100 * whole / max(1, rows):.0f} %); {full} of {len(bugs)} bugs have such a witness")
