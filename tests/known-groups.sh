#!/usr/bin/env bash
# Known groups on the sample: two scripted assistants whose skill hangs on whether the clause behind a bug is in the spec they were given, and four specs – whole,
# without section 5 (pricing), and without the clauses behind every second bug, once the one half and once the other. What must come out is known:
#
#   the strong assistant beats the weak one beyond the interval of their difference;
#   the spec without pricing loses on the bugs linked to it, and on no other;
#   a bug is fixed under a spec exactly where that spec still has its clause, for every linked bug.
#
# Such skill is circular by design: it tests the arithmetic of arms, lifts and comparisons, and says nothing about real assistants.
#
#   tests/known-groups.sh [MATRIX]     which requirements each test checks; default: corpora/tariff/.bugseeder/matrix.csv
#
# It needs python3 and git, and as many trees to build and test as the bank has bugs: nine minutes for 60, beside other work on two cores.
#
# The first line needs a bank whose bugs stand for themselves: with the sample's 60, which say as much as 51 that share nothing, it was +58 points [+43 to +71].
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
matrix=${1:-$root/corpora/tariff/.bugseeder/matrix.csv}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -a "$root/corpora/tariff" "$work/tariff"
rm -rf "$work/tariff/.bugseeder/runs" "$work/tariff"/*/*/{bin,obj}
bank=$work/tariff/.bugseeder/banks/sample

[ -n "${BUGSEEDER:-}" ] || dotnet build "$root/src/BugSeeder.Cli" -c Release -v quiet --nologo
bugseeder() { dotnet "${BUGSEEDER:-$root/src/BugSeeder.Cli/bin/Release/net10.0/BugSeeder.Cli.dll}" "$@"; }

python3 "$root/tests/known-groups/specs.py" "$matrix" "$bank" "$root/corpora/tariff/specs/strong.md" "$work" clause

# It finds out which bug it has by which fix applies, and uses the fix if it knows the clause: the weak one only remembers every second clause.
# All it knows comes to it in variables, so that it also works where nothing outside of the workspace can be seen.
cat > "$work/assistant.sh" <<'SH'
cat > /dev/null
fixes=$(mktemp -d)
echo "$FIXES" | base64 -d | tar xz -C "$fixes"
for patch in "$fixes"/*.patch; do
  git apply --check "$patch" 2>/dev/null || continue
  clause=$(cat "${patch%.patch}.clause")
  number=$((10#${clause##*-}))
  if [ -f SPEC.md ] && grep -q "$clause" SPEC.md && { [ "$1" = strong ] || [ $((number % 2)) = 0 ]; }; then
    git apply "$patch"
    echo '{"verdict": "defect", "fixed": true, "clause": "'"$clause"'", "confidence": 0.9}'
    exit 0
  fi
done
echo '{"verdict": "no-defect", "fixed": false, "confidence": 0.5}'
SH
python3 - "$work" <<'PY'
import base64, io, json, pathlib, shutil, sys, tarfile
work = pathlib.Path(sys.argv[1])
clauses = json.load(open(work / "clauses.json"))
(work / "fixes").mkdir()
for bug, (clause, *_) in clauses.items():
    shutil.copy(work / "tariff/.bugseeder/banks/sample/bugs" / bug / "fix.patch", work / "fixes" / f"{bug}.patch")
    (work / "fixes" / f"{bug}.clause").write_text(clause)
packed = io.BytesIO()
with tarfile.open(fileobj=packed, mode="w:gz") as archive:
    archive.add(work / "fixes", arcname=".")
known = {"FIXES": base64.b64encode(packed.getvalue()).decode(), "SCRIPT": (work / "assistant.sh").read_text()}
assistant = lambda skill: {"command": f"bash -c 'eval \"$SCRIPT\"' assistant {skill}", "stdin": True, "environment": known}
# JSON is YAML.
json.dump({"target": {"solution": "Tariff.sln"}, "leaveOut": ["specs/**"], "assistants": {"strong": assistant("strong"), "weak": assistant("weak")}}, open(work / "bugseeder.yml", "w"))
PY

bugs=$(python3 -c 'import json,sys; print(len(json.load(open(sys.argv[1]))["bugs"]))' "$bank/bank.json")
specs=(--spec "$work/specs/whole.md" --spec "$work/specs/no-pricing.md" --spec "$work/specs/half-0.md" --spec "$work/specs/half-1.md")
bugseeder run --target "$work/tariff" --config "$work/bugseeder.yml" --bank sample --assistant strong --assistant weak "${specs[@]}" \
  --bugs "$bugs" --controls 0 --repetitions 1 --seed 1 --json > "$work/report.json"
run=$(python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))["run"]["id"])' "$work/report.json")
bugseeder report "$run" --target "$work/tariff" --unseal --json > "$work/report.json"
bugseeder compare "$run:weak:spec:whole" "$run:strong:spec:whole" --target "$work/tariff" --json > "$work/assistants.json"
bugseeder compare "$run:strong:spec:whole" "$run:strong:spec:no-pricing" --target "$work/tariff" --json > "$work/pricing.json"

python3 - "$work" <<'PY'
import json, pathlib, re, sys
work = pathlib.Path(sys.argv[1])
load = lambda name: json.load(open(work / name))
clauses, report = {bug: clause for bug, (clause, *_) in load("clauses.json").items()}, load("report.json")
fixed = {(t["assistant"], t["briefing"], t["bug"]): t["measures"]["cleanFix"]["value"] for t in report["trials"] if t["scored"]}
specs = {name: (work / "specs" / f"{name}.md").read_text() for name in ("whole", "no-pricing", "half-0", "half-1")}
wrong = 0
def check(what, holds):
    global wrong
    wrong += not holds
    print(f"{'ok    ' if holds else 'FAILED'}  {what}")
def shown(name):
    c = load(name)["comparisons"][0]
    e = c["cleanFix"]
    return c["verdict"], f"{e['value']*100:+.0f} points [{e['low']*100:+.0f} to {e['high']*100:+.0f}], n {e['n']}"
verdict, figure = shown("assistants.json")
check(f"strong beats weak beyond its interval: {figure}", verdict == "better")
verdict, figure = shown("pricing.json")
gone = [b for b, c in clauses.items() if c not in specs["no-pricing"]]
loses = lambda bugs: [b for b in bugs if fixed["strong", "spec:no-pricing", b] < fixed["strong", "spec:whole", b]]
check(f"without its pricing section the spec loses on {len(loses(gone))} of the {len(gone)} bugs linked to it ({figure} over all)", len(gone) > 0 and loses(gone) == gone)
rest = [b for b in clauses if b not in gone]
check(f"and on {len(loses(rest))} of the {len(rest)} others", not loses(rest))
deleted = [(half, b) for half in ("half-0", "half-1") for b in clauses if clauses[b] not in specs[half]]
lower = [(half, b) for half, b in deleted if fixed["strong", f"spec:{half}", b] < fixed["strong", "spec:whole", b]]
check(f"deleting the clause behind a bug lowers its outcome: {len(lower)} of {len(deleted)} cases, {len({b for _, b in lower})} of {len(clauses)} linked bugs", lower == deleted and {b for _, b in deleted} == set(clauses))
kept = [(half, b) for half in ("half-0", "half-1") for b in clauses if clauses[b] in specs[half]]
check(f"and no bug whose clause stays is lost: {len(kept)} cases", all(fixed["strong", f"spec:{half}", b] == fixed["strong", "spec:whole", b] for half, b in kept))
sys.exit(wrong > 0)
PY
