"""The clauses behind the bugs of a bank, and specs without some of them. Used by known-groups.sh and known-groups-mender.py.

specs.py MATRIX BANK SPEC FOLDER WHICH   writes FOLDER/clauses.json (bug: its requirements, the one that most of its witnesses check first) and
FOLDER/specs/{whole,no-pricing,half-0,half-1}.md; the halves lack what stands behind every second bug: the first of its requirements (WHICH clause), or every section with one of its requirements, examples
and all (WHICH section).
"""
import collections, csv, json, pathlib, re, sys

matrix, bank, spec, folder, which = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]).read_text(), pathlib.Path(sys.argv[4]), sys.argv[5]
checked = {row["test"]: row["requirements"].replace(";", " ").split() for row in csv.DictReader(open(matrix))}
bugs = json.load(open(bank / "bank.json"))["bugs"]
clauses = {}
for bug in bugs:
    witnesses = json.load(open(bank / "bugs" / bug / "bug.json"))["witnesses"]
    ids = collections.Counter(i for w in witnesses for i in checked.get(re.split(r"[( ]", w.split("::")[1])[0], []) if i in spec)
    if ids:
        clauses[bug] = [i for i, _ in ids.most_common(1 if which == "clause" else None)]


def without(ids):
    # A clause is its line in the spec with what is indented or continued below it.
    kept, dropping = [], False
    for line in spec.split("\n"):
        starts = re.search(r"TRF-[A-Z]+-\d+", line)
        if starts and (line.lstrip().startswith(("-", "*", "|", "**")) or line.startswith("TRF")):
            dropping = starts.group(0) in ids
        elif not line.strip() or line.startswith("#"):
            dropping = False
        if not dropping:
            kept.append(line)
    text = "\n".join(kept)
    for i in ids:
        text = text.replace(i, "")
    return text


def without_sections(ids):
    # A section is a heading of the first three levels with all below it up to the next; its examples stand under headings of the fourth.
    parts = re.split(r"(?m)^(?=#{1,3} )", spec)
    return "".join(part for part in parts if not any(i in part for i in ids))


specs = folder / "specs"
specs.mkdir(exist_ok=True)
(specs / "whole.md").write_text(spec)
(specs / "no-pricing.md").write_text(re.sub(r"(?ms)^## 5\. Money.*?(?=^## 6\.)", "", spec))
for half in (0, 1):
    ids = {i for bug in list(clauses)[half::2] for i in clauses[bug]}
    (specs / f"half-{half}.md").write_text(without(ids) if which == "clause" else without_sections(ids))
json.dump(clauses, open(folder / "clauses.json", "w"))
print(f"{len(clauses)} of {len(bugs)} bugs are linked to {len({i for ids in clauses.values() for i in ids})} requirements")
