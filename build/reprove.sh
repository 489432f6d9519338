#!/usr/bin/env bash
# Proves every bug of a bank once more, by hand so to speak: with `bugs apply`, `dotnet build` and `dotnet test`, and nothing else of BugSeeder.
#
#   build/reprove.sh [TARGET] [BANK] [BUG...]     default: corpora/tariff, its bank `sample`, all of its bugs
#
# For each bug: a fresh copy of the target with the bug must build, and exactly the bug's witnesses must fail. Undone in that copy,
# the product must be the original's again, and every test must pass. Half a minute per bug on two cores. It needs python3 to read JSON and test results.
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

failures=0
check() { # NAME FOLDER EXPECTED: builds and tests FOLDER, and compares the failing tests with the file EXPECTED
  rm -rf "$work/results"
  if ! dotnet build "$2" -v quiet --nologo > "$work/log" 2>&1; then
    echo "FAILED  $1: it does not build"; tail -5 "$work/log"; return 1
  fi
  dotnet test "$2" --no-build --nologo --logger trx --results-directory "$work/results" > "$work/log" 2>&1 || true
  if ! compgen -G "$work/results/*.trx" > /dev/null; then
    echo "FAILED  $1: no test result"; tail -5 "$work/log"; return 1
  fi
  if ! python3 "$work/failed.py" "$work/results" > "$work/found"; then
    echo "FAILED  $1: its results cannot be read"; return 1
  fi
  if ! diff "$3" "$work/found" > "$work/diff"; then
    echo "FAILED  $1: other tests fail than should (< should, > do)"; head -20 "$work/diff"; return 1
  fi
  echo "ok      $1"
}

: > "$work/none"
for bug in "${bugs[@]}"; do
  copy=$work/copy
  rm -rf "$copy"
  bugseeder bugs apply "$bug" --target "$target" --bank "$bank" --to "$copy" > /dev/null
  # The bank goes along, so that the bug can be undone in the copy.
  mkdir -p "$copy/.bugseeder/banks"
  cp -r "$target/.bugseeder/banks/$bank" "$copy/.bugseeder/banks/"
  python3 "$work/witnesses.py" "$work/bank.json" "$bug" > "$work/should"
  check "$bug planted: its $(wc -l < "$work/should") witness(es) fail, and no other test" "$copy" "$work/should" || failures=$((failures + 1))
  bugseeder bugs apply "$bug" --undo --target "$copy" --bank "$bank" > /dev/null
  if [ "$(cd "$copy" && find . -name '*.cs' -not -path '*/obj/*' -not -path '*/bin/*' -exec sha256sum {} + | sort)" != \
       "$(cd "$target" && find . -name '*.cs' -not -path '*/obj/*' -not -path '*/bin/*' -exec sha256sum {} + | sort)" ]; then
    echo "FAILED  $bug undone: the code is not the original's"; failures=$((failures + 1))
  fi
  check "$bug undone: every test passes" "$copy" "$work/none" || failures=$((failures + 1))
done

echo "${#bugs[@]} bugs, $failures failures"
[ "$failures" -eq 0 ]
