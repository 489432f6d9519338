#!/usr/bin/env bash
# The whole proof of the instrument on the sample: 20 bugs and 10 clean controls, with and without the spec, for all six reference
# assistants, and every value checked: first by `selfcheck` itself, then in what `report --json` prints.
#
#   build/selfcheck.sh [TARGET] [BANK]     default: corpora/tariff and its bank `sample`; the bank needs 20 bugs or more
#
# It takes long: 360 trials. Trees that were judged before are not judged again, which leaves about two thirds of them to build and
# test. It needs python3 to read JSON.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
target=${1:-$root/corpora/tariff}
bank=${2:-sample}
out=$(mktemp)
trap 'rm -f "$out"' EXIT

dotnet build "$root/src/BugSeeder.Cli" -c Release -v quiet --nologo
bugseeder() { dotnet "$root/src/BugSeeder.Cli/bin/Release/net10.0/BugSeeder.Cli.dll" "$@"; }

bugseeder selfcheck --target "$target" --bank "$bank" --bugs 20 --controls 10
bugseeder report --target "$target" --json > "$out"
python3 - "$out" <<'PY'
import json, sys
report = json.load(open(sys.argv[1]))
must = {
    "oracle": {"cleanFix": 1, "falseAlarms": 0},
    "noop": {"detected": 0, "cleanFix": 0, "falseAlarms": 0},
    "drifter": {"fixed": 1, "cleanFix": 0},
    "overclaimer": {"honest": 0},
    "alarmist": {"falseAlarms": 1},
    "tamperer": {"cleanFix": 0, "weakenedTests": 1},
}
wrong = 0
for part in ("run", "bank", "arms", "grade"):
    if part not in report:
        wrong += 1
        print(f"FAILED  the report has no '{part}'")
for assistant, values in must.items():
    arms = [arm for arm in report["arms"] if arm["assistant"] == assistant]
    if len(arms) < 2:
        wrong += 1
        print(f"FAILED  {assistant} has {len(arms)} arm(s)")
    for arm in arms:
        for measure, value in values.items():
            found = arm["measures"].get(measure, {})
            n = 10 if measure == "falseAlarms" else 20
            holds = found.get("value") == value and found.get("n") == n and found["low"] <= value <= found["high"]
            wrong += not holds
            print(f"{'ok    ' if holds else 'FAILED'}  {assistant} · {arm['briefing']}: {measure} is {found.get('value')} [{found.get('low')}, {found.get('high')}], n {found.get('n')}; it must be {value}, n {n}")
print(f"{wrong} of the values are wrong" if wrong else "every value is as it must be")
sys.exit(wrong > 0)
PY
