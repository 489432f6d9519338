#!/usr/bin/env bash
# Proves every bug of a bank once more, by hand so to speak: with `bugs apply`, `dotnet build` and `dotnet test`, and nothing else of BugSeeder.
#
#   build/reprove.sh [TARGET] [BANK] [BUG...]     default: corpora/tariff, its bank `sample`, all of its bugs
#   PROJECT=test/X.Tests BUILD="-p:TargetFrameworks=net10.0" build/reprove.sh ...     what to build there, and with what; default: all, with nothing
#
# In a fresh copy of the target, which must build and pass all of its tests at the start and at the end: each bug planted must build without
# a warning of a kind that its file did not have, and exactly its witnesses must fail. Undone, the sources must be the original's, byte for byte;
# so what was proven of the original holds again and need not be built each time. About ten seconds per bug on two cores.
# It needs python3 to read JSON and test results.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
target=$(cd "${1:-$root/corpora/tariff}" && pwd)
bank=${2:-sample}
shift $(( $# < 2 ? $# : 2 ))
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build "$root/src/BugSeeder.Cli" -c Release -v quiet --nologo
bugseeder() { dotnet "$root/src/BugSeeder.Cli/bin/Release/net10.0/BugSeeder.Cli.dll" "$@"; }

bugseeder bugs list --target "$target" --bank "$bank" --json > "$work/bank.json"
if [ $# -gt 0 ]; then bugs=("$@"); else
  mapfile -t bugs < <(python3 -c 'import json, sys; print(*(bug["id"] for bug in json.load(open(sys.argv[1]))["bugs"]), sep="\n")' "$work/bank.json")
fi

# The failed tests of a run as `Class.Method` with what follows it, one a line.
cat > "$work/failed.py" <<'PY'
import glob, sys, xml.etree.ElementTree as xml
results = [result for file in glob.glob(sys.argv[1] + "/*.trx") for result in xml.parse(file).iter() if result.tag.endswith("}UnitTestResult")]
if not results:
    sys.exit("no test has a result")
failed = {result.get("testName") for result in results if result.get("outcome") == "Failed"}
print(*sorted(failed), sep="\n", end="\n" if failed else "")
PY

# What the bank says must fail: its names are `Project::Class.Method(...)`.
cat > "$work/witnesses.py" <<'PY'
import json, sys
bug = next(bug for bug in json.load(open(sys.argv[1]))["bugs"] if bug["id"] == sys.argv[2])
print(*sorted(witness.split("::", 1)[1] for witness in bug["witnesses"]), sep="\n")
PY

python3 -c 'import json, sys; print(*(aside["test"].split("::", 1)[1] for aside in json.load(open(sys.argv[1]))["bank"]["baseline"]["setAside"]), "no test has this name", sep="\n")' "$work/bank.json" > "$work/aside"

copy=$work/copy
project=$copy${PROJECT:+/$PROJECT}
read -ra build <<< "${BUILD:-}"

sources() { (cd "$1" && find . -type f -not -path '*/obj/*' -not -path '*/bin/*' -not -path './.bugseeder/*' -not -path './.git/*' -not -path '*/TestResults/*' -exec sha256sum {} + | sort); }

warnings() { grep -oE '[^/ ]+\.cs\([0-9,]+\): warning [A-Z]+[0-9]+' "$1" | sed -E 's/\([0-9,]+\): warning / /' | sort -u; } # FILE CODE, one a line

failures=0
check() { # NAME EXPECTED: builds and tests the copy, and compares the failing tests with the file EXPECTED
  rm -rf "$work/results"
  if ! dotnet build "$project" --no-restore -nodeReuse:false --nologo "${build[@]}" > "$work/log" 2>&1; then
    echo "FAILED  $1: it does not build"; grep -m 5 error "$work/log"; return 1
  fi
  warnings "$work/log" > "$work/warned"
  [ -e "$work/known" ] || cp "$work/warned" "$work/known"
  if [ -n "$(comm -13 "$work/known" "$work/warned")" ]; then
    echo "FAILED  $1: the build says something new"; comm -13 "$work/known" "$work/warned"; return 1
  fi
  dotnet test "$project" --no-build --nologo "${build[@]}" --logger trx --results-directory "$work/results" > "$work/log" 2>&1 || true
  if ! compgen -G "$work/results/*.trx" > /dev/null; then
    echo "FAILED  $1: no test result"; tail -5 "$work/log"; return 1
  fi
  if ! python3 "$work/failed.py" "$work/results" > "$work/found"; then
    echo "FAILED  $1: its results cannot be read"; return 1
  fi
  # What the bank's baseline sets aside is no witness, whatever it does.
  if ! diff "$2" <(grep -vxFf "$work/aside" "$work/found") > "$work/diff"; then
    echo "FAILED  $1: other tests fail than should (< should, > do)"; head -20 "$work/diff"; return 1
  fi
  echo "ok      $1"
}

# What git tracks or would offer to track, as BugSeeder itself reads a target; the bank goes along, so that bugs can be planted and undone in the copy.
mkdir -p "$copy/.bugseeder/banks"
if git -C "$target" rev-parse > /dev/null 2>&1; then
  (cd "$target" && git ls-files -z --cached --others --exclude-standard . | grep -zv '^\.bugseeder/' | xargs -0 -I{} sh -c 'test -f "$1" && cp --parents -p "$1" "$2"' _ {} "$copy")
else
  cp -r "$target"/. "$copy"
fi
rm -rf "$copy/.bugseeder" && mkdir -p "$copy/.bugseeder/banks" && cp -r "$target/.bugseeder/banks/$bank" "$copy/.bugseeder/banks/"
sources "$copy" > "$work/original"
dotnet restore "$project" "${build[@]}" > "$work/log" 2>&1 || { echo "FAILED  the target does not restore"; tail -5 "$work/log"; exit 1; }

: > "$work/none"
check "the original: every test passes" "$work/none" || failures=$((failures + 1))
for bug in "${bugs[@]}"; do
  bugseeder bugs apply "$bug" --target "$copy" --bank "$bank" > /dev/null
  python3 "$work/witnesses.py" "$work/bank.json" "$bug" > "$work/should"
  check "$bug planted: its $(wc -l < "$work/should") witness(es) fail, and no other test" "$work/should" || failures=$((failures + 1))
  bugseeder bugs apply "$bug" --undo --target "$copy" --bank "$bank" > /dev/null
  if ! sources "$copy" | diff -q "$work/original" - > /dev/null; then
    echo "FAILED  $bug undone: the sources are not the original's"; failures=$((failures + 1))
  fi
done
check "all undone: every test passes" "$work/none" || failures=$((failures + 1))

echo "${#bugs[@]} bugs, $failures failures"
[ "$failures" -eq 0 ]
