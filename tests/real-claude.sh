#!/usr/bin/env bash
# Runs the real Claude Code command line against the stub model, with no provider and no key, and prints what became of each case.
#
#   tests/real-claude.sh             the cases of RealClaudeTests: a fix, a run without permissions, a loop, errors of the provider, silence
#   tests/real-claude.sh -- COMMAND  any command in the same surroundings, such as a whole run:
#                                      STUB_SCRIPT=edits.json tests/real-claude.sh -- bugseeder run --assistant claude ...
#
# It needs npm and Node 20 or later, the first time also a package registry. Everything lands in artifacts/, which git ignores.
# The command finds these variables, and nothing else that begins with ANTHROPIC_:
#   CLAUDE               the installed program; its folder also comes first in PATH
#   STUB                 the stub's address; STUB/401, STUB/loop ... name another scenario (see the stub's --help)
#   ANTHROPIC_BASE_URL   the stub, in the scenario "fix"
#   ANTHROPIC_API_KEY    a word that is no key
#   STUB_LOG             the bodies of all requests, one a line: what the assistant was really told. Name a file in it to keep them.
# What the model does in "fix" stands in the file STUB_SCRIPT (default tests/fixtures/real-claude.json).
set -euo pipefail

version=${CLAUDE_CODE_VERSION:-2.1.197}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$root/artifacts/claude-code-$version
package=$work/node_modules/@anthropic-ai/claude-code

if [ ! -e "$work/installed" ]; then
  mkdir -p "$work"
  # Install scripts stay off for everything; the one that is needed puts the program in place and is run by name.
  npm install --prefix "$work" --ignore-scripts --no-audit --no-fund --loglevel error "@anthropic-ai/claude-code@$version"
  (cd "$package" && node install.cjs)
  touch "$work/installed"
fi

for name in $(compgen -e | grep -E '^(ANTHROPIC_|CLAUDE)' || true); do unset "$name"; done
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
export NO_PROXY=127.0.0.1,localhost
export CLAUDE=$work/node_modules/.bin/claude
export PATH=$work/node_modules/.bin:$PATH

dotnet build "$root/tests/BugSeeder.StubModel" -c Release -m:1 -v quiet --nologo
scratch=$(mktemp -d)
export STUB_LOG=${STUB_LOG:-$scratch/requests.jsonl}
stub=$root/tests/BugSeeder.StubModel/bin/Release/net10.0/BugSeeder.StubModel.dll
dotnet "$stub" --port 0 --scenario fix --script "${STUB_SCRIPT:-$root/tests/fixtures/real-claude.json}" \
  --address-file "$scratch/address" --log "$STUB_LOG" > "$scratch/stub.log" 2>&1 &
stub_id=$!
trap 'kill "$stub_id" 2>/dev/null || true; rm -rf "$scratch"' EXIT
for _ in $(seq 100); do
  [ -e "$scratch/address" ] && break
  kill -0 "$stub_id" 2>/dev/null || { cat "$scratch/stub.log" >&2; exit 1; }
  sleep 0.1
done
STUB=$(cat "$scratch/address")
export STUB ANTHROPIC_BASE_URL="$STUB/fix" ANTHROPIC_API_KEY=not-a-real-key

if [ "${1:-}" = "--" ]; then
  shift
  "$@"
  exit
fi

dotnet build "$root/tests/BugSeeder.Execution.Tests" -c Release -m:1 -v quiet --nologo
export TABLE=$scratch/table
printf 'case\toutcome\texit\ttime\tturns\ttokens\tcalc.txt\treason\n' > "$TABLE"
failed=0
dotnet "$root/tests/BugSeeder.Execution.Tests/bin/Release/net10.0/BugSeeder.Execution.Tests.dll" \
  -explicit only -class BugSeeder.Execution.Tests.Assistants.RealClaudeTests -noColor -parallel none || failed=$?
echo
"$CLAUDE" --version
column -t -s "$(printf '\t')" "$TABLE" 2>/dev/null || cat "$TABLE"
exit "$failed"
