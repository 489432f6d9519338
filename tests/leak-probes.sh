#!/usr/bin/env bash
# Runs the probes of tests/leak-probes as an assistant, in trials on a target, and once more in a plain copy of it. In a trial they must find
# nothing, in the copy plenty. Needs bubblewrap or podman.
#
#   tests/leak-probes.sh                          on the sample
#   tests/leak-probes.sh FOLDER PACKAGE [YAML]    on another repository, whose bank is made if there is none; PACKAGE is the id it is published under
#
# YAML is added to the target's bugseeder.yml, such as 'target: { properties: { TargetFrameworks: net10.0 } }'.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
source=${1:-$root/corpora/tariff}
package=${2:-tariff}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
target=$scratch/target
# Where a program lies is seen in a box, so the probes lie where the path says nothing.
chmod 755 "$scratch"
cp -r "$root/tests/leak-probes" "$scratch/probes"
cp -a "$source" "$target"
dotnet build "$root/src/BugSeeder.Cli" -c Release -v quiet --nologo
bugseeder() { dotnet "$root/src/BugSeeder.Cli/bin/Release/net10.0/BugSeeder.Cli.dll" "$@"; }

[ -d "$target/.git" ] || git -C "$target" init -q
[ $# -lt 1 ] || printf '%s\n' "${3:-}" > "$target/bugseeder.yml"
[ -d "$target/.bugseeder/banks" ] || bugseeder seed --target "$target" --bugs 2

# The run of one bug names it; the same number chooses it again below. Its line in the original is what nobody may find.
bugseeder run --target "$target" --assistant noop --bugs 1 --controls 0 --json > "$scratch/noop.json"
bug=$(grep -o '"bug": "[^"]*"' "$scratch/noop.json" | head -1 | cut -d'"' -f4)
needle=$(cat "$target"/.bugseeder/banks/*/bugs/"$bug"/bug.patch | grep '^-[^-]' | head -1 | sed 's/^-[[:space:]]*//; s/[[:space:]]*$//' | base64 -w 0)

cat >> "$target/bugseeder.yml" << YAML

assistants:
  probe:
    command: $scratch/probes/all.sh
    stdin: true
    environment: { PROBE_NEEDLE: "$needle", PROBE_PACKAGE: "$package" }
YAML
bugseeder run --target "$target" --assistant probe --bugs 1 --controls 0 --repetitions 2 --json > "$scratch/probe.json"
run=$(ls "$target/.bugseeder/runs" | tail -1)
grep -Eq '"level": "(bubblewrap|container)"' "$target/.bugseeder/runs/$run/run.json" || { echo "there is no sandbox on this machine"; exit 2; }

trials=$(cat "$target/.bugseeder/runs/$run"/trials/*/stdout.log | grep -c '"explanation":"probed"')
inside=$(cat "$target/.bugseeder/runs/$run"/trials/*/stdout.log | grep '^FOUND' || true)
(cd "$target" && PROBE_NEEDLE=$needle PROBE_PACKAGE=$package "$scratch/probes/all.sh") > "$scratch/plain.log" 2> /dev/null || true
outside=$(grep '^FOUND' "$scratch/plain.log" || true)

echo "in $trials trials on $package, bug $bug: $(printf %s "$inside" | grep -c . || true) findings"
printf '%s\n' "$inside"
echo "in a plain copy: $(printf %s "$outside" | grep -c . || true) findings"
printf '%s\n' "$outside" | cut -d: -f1 | sort | uniq -c
[ "$trials" -gt 1 ] && [ -z "$inside" ] && [ "$(printf %s "$outside" | grep -c .)" -gt 5 ]
