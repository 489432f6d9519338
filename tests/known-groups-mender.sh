#!/usr/bin/env bash
# Known groups once more, with an assistant that knows nothing: Mender (docs/mender.md) on the sample, graded with the strong and the weak spec, and then with parts of
# the strong one taken out. What should come out:
#
#   the strong spec beats the weak one beyond the interval of their difference;
#   the spec without section 5 (pricing) loses on bugs linked to it, and on no other;
#   without the sections that hold the requirements behind a bug, examples and all, Mender no longer mends that bug.
#
# Mender's skill is its own: a bug may be found through a sentence elsewhere, so the last line may honestly fail; it says on which bugs.
#
#   tests/known-groups-mender.sh [BUGS] [CONTROLS]     how many bugs (30) and controls (6) the specs are graded with; parts are taken out for the mended bugs only
#   tests/known-groups-mender.sh --run RUN             grades with a run of the sample that there is already, such as that of README's first command
#
# It needs python3 and git, and prints one line a check.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
known=
[ "${1:-}" = --run ] && known=$2 && shift 2
bugs=${1:-30} controls=${2:-6}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -a "$root/corpora/tariff" "$work/tariff"
rm -rf "$work/tariff"/*/*/{bin,obj}
[ -n "$known" ] || rm -rf "$work/tariff/.bugseeder/runs"

[ -n "${BUGSEEDER:-}" ] || dotnet build "$root/src/BugSeeder.Cli" -c Release -v quiet --nologo
bugseeder() { dotnet "${BUGSEEDER:-$root/src/BugSeeder.Cli/bin/Release/net10.0/BugSeeder.Cli.dll}" "$@"; }
unsealed() { bugseeder report "$1" --target "$work/tariff" --unseal --json > "$2"; } # RUN FILE: its report with every bug named
run() { # OPTION...: a run of Mender; prints its id
  bugseeder run --target "$work/tariff" --assistant mender --repetitions 1 --seed 1 --json "$@" > "$work/run.json"
  python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))["run"]["id"])' "$work/run.json"
}

graded=${known:-$(run --spec "$work/tariff/specs/strong.md" --spec "$work/tariff/specs/weak.md" --bugs "$bugs" --controls "$controls")}
unsealed "$graded" "$work/graded.json"
bugseeder compare "$graded:mender:spec:weak" "$graded:mender:spec:strong" --target "$work/tariff" --json > "$work/specs.json"

# A bank of what was mended, so that nothing else is tried again.
python3 - "$work" <<'PY'
import json, pathlib, shutil, sys
work = pathlib.Path(sys.argv[1])
banks = work / "tariff/.bugseeder/banks"
fixed = {t["bug"] for t in json.load(open(work / "graded.json"))["trials"] if t["briefing"] == "spec:strong" and t["scored"] and t["measures"].get("cleanFix", {}).get("value") == 1}
shutil.copytree(banks / "sample", banks / "mended")
bank = json.load(open(banks / "mended/bank.json"))
bank["bugs"] = [bug for bug in bank["bugs"] if bug in fixed]
json.dump(bank, open(banks / "mended/bank.json", "w"))
for folder in (banks / "mended/bugs").iterdir():
    if folder.name not in fixed:
        shutil.rmtree(folder)
print(f"{len(fixed)} bugs are mended cleanly with the strong spec")
PY
python3 "$root/tests/known-groups/specs.py" "$root/corpora/tariff/.bugseeder/matrix.csv" "$work/tariff/.bugseeder/banks/mended" "$root/corpora/tariff/specs/strong.md" "$work" section
mended=$(python3 -c 'import json,sys; print(len(json.load(open(sys.argv[1]))["bugs"]))' "$work/tariff/.bugseeder/banks/mended/bank.json")
parts=$(run --bank mended --spec "$work/specs/whole.md" --spec "$work/specs/no-pricing.md" --spec "$work/specs/half-0.md" --spec "$work/specs/half-1.md" --bugs "$mended" --controls 0)
unsealed "$parts" "$work/parts.json"

python3 - "$work" <<'PY'
import json, pathlib, sys
work = pathlib.Path(sys.argv[1])
load = lambda name: json.load(open(work / name))
clauses = load("clauses.json")
fixed = {(t["briefing"], t["bug"]): t["measures"]["cleanFix"]["value"] for t in load("parts.json")["trials"] if t["scored"] and "cleanFix" in t["measures"]}
specs = {name: (work / "specs" / f"{name}.md").read_text() for name in ("whole", "no-pricing", "half-0", "half-1")}
wrong = 0
def check(what, holds):
    global wrong
    wrong += not holds
    print(f"{'ok    ' if holds else 'FAILED'}  {what}")
comparison = load("specs.json")["comparisons"][0]
lift = comparison["cleanFix"]
check(f"strong beats weak beyond its interval: {lift['value']*100:+.0f} points [{lift['low']*100:+.0f} to {lift['high']*100:+.0f}], n {lift['n']}", comparison["verdict"] == "better")
again = [b for b in clauses if fixed["spec:whole", b] == 1]
check(f"what was mended is mended again, in a run of its own: {len(again)} of {len(clauses)} linked bugs", len(again) == len(clauses))
lost = lambda spec, bugs: [b for b in bugs if fixed[f"spec:{spec}", b] < fixed["spec:whole", b]]
gone = [b for b in again if not any(i in specs["no-pricing"] for i in clauses[b])]
kept = [b for b in again if all(i in specs["no-pricing"] for i in clauses[b])]
check(f"without its pricing section the spec loses on {len(lost('no-pricing', gone))} of the {len(gone)} bugs linked to it alone: {lost('no-pricing', gone)}", len(gone) > 0 and lost("no-pricing", gone) == gone)
check(f"and on {len(lost('no-pricing', kept))} of the {len(kept)} that have nothing to do with it: {lost('no-pricing', kept)}", not lost("no-pricing", kept))
cut = [(half, b) for half in ("half-0", "half-1") for b in again if not any(i in specs[half] for i in clauses[b])]
stay = [(half, b) for half in ("half-0", "half-1") for b in again if all(i in specs[half] for i in clauses[b])]
still = [b for half, b in cut if b not in lost(half, [b])]
check(f"without the sections behind a bug it is no longer mended: {len(cut) - len(still)} of {len(cut)}; still mended {still}", len(cut) > 0 and not still)
other = [b for half, b in stay if lost(half, [b])]
check(f"and a bug whose sections stay is mended still: {len(stay) - len(other)} of {len(stay)}; lost {other}", not other)
sys.exit(wrong > 0)
PY
