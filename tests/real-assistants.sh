#!/usr/bin/env bash
# Drives the real command lines of claude, codex, gemini, opencode and copilot through whole trials of `bugseeder run` on a tiny target, end to end,
# against the scripted model server on loopback: workspace, prompt, the real program with its real tools, harvesting, build, tests, score, report.
# No provider is asked and no key is needed. It checks outcome, tokens, cost and edits of every trial and prints them as a table.
#
#   tests/real-assistants.sh [ASSISTANT ...]      all five by default
#
# The scenarios: a fix, a loop that hits its limit of turns, a denied permission, a stalled stream, 401, 429, 500, a context overflow.
# It needs npm and Node 20 or later, and the first time a package registry. What it installs stays in artifacts/, which git ignores.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
assistants=("$@")
[ ${#assistants[@]} -gt 0 ] || assistants=(claude codex gemini opencode copilot)
declare -A package=(
  [claude]=@anthropic-ai/claude-code@2.1.197
  [codex]=@openai/codex@0.169.0
  [gemini]=@google/gemini-cli@0.61.0
  [opencode]=opencode-ai@1.18.33
  [copilot]=@github/copilot@1.0.102
)
# Install scripts stay off for everything; those that put a program in its place are run by name.
declare -A place=([claude]=install.cjs [opencode]=postinstall.mjs)

began=$SECONDS
for name in "${assistants[@]}"; do
  folder=$root/artifacts/assistants/${package[$name]##*/}
  if [ ! -e "$folder/installed" ]; then
    mkdir -p "$folder"
    npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel error "${package[$name]}"
    bare=${package[$name]%@*}
    [ -z "${place[$name]:-}" ] || (cd "$folder/node_modules/$bare" && node "${place[$name]}")
    touch "$folder/installed"
  fi
done

for name in $(compgen -e | grep -E '^(ANTHROPIC_|CLAUDE|OPENAI_|CODEX_|GEMINI_|GOOGLE_|COPILOT_|OPENCODE|GH_TOKEN|GITHUB_TOKEN)' || true); do unset "$name"; done
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
export NO_PROXY=127.0.0.1,localhost

dotnet build "$root/tests/BugSeeder.StubModel" -c Release -v quiet --nologo
dotnet build "$root/src/BugSeeder.Cli" -c Release -v quiet --nologo
bugseeder() { dotnet "$root/src/BugSeeder.Cli/bin/Release/net10.0/BugSeeder.Cli.dll" "$@"; }

scratch=$(mktemp -d)
stub_id=
trap '[ -z "$stub_id" ] || kill "$stub_id" 2>/dev/null || true; [ -n "${KEEP:-}" ] || rm -rf "$scratch"' EXIT
cp -r "$root/tests/fixtures/tiny" "$scratch/tiny"

# A bank of one bug. The scripted model puts it right as its bank knows it.
bugseeder seed --target "$scratch/tiny" --bugs 1 --seed 3 --mix one-hunk --from own --parallel 2 > "$scratch/seed.txt"
node "$root/tests/real-assistants.mjs" script "$scratch"

dotnet "$root/tests/BugSeeder.StubModel/bin/Release/net10.0/BugSeeder.StubModel.dll" --port 0 --scenario text --script "$scratch/script.json" \
  --address-file "$scratch/address" > "$scratch/stub.log" 2>&1 &
stub_id=$!
for _ in $(seq 100); do
  [ -e "$scratch/address" ] && break
  kill -0 "$stub_id" 2>/dev/null || { cat "$scratch/stub.log" >&2; exit 1; }
  sleep 0.1
done

# A key is missing or wrong for all trials alike, so a run stops at it; those have runs of their own.
export ANTHROPIC_API_KEY=not-a-real-key OPENAI_API_KEY=not-a-real-key GEMINI_API_KEY=not-a-real-key MODEL_API_KEY=not-a-real-key COPILOT_PROVIDER_API_KEY=not-a-real-key
node "$root/tests/real-assistants.mjs" configure "$scratch" "$root/artifacts/assistants" "${assistants[@]}"
one() { bugseeder run --target "$scratch/tiny" --config "$scratch/$1.yml" --bugs 1 --controls 0 "${@:2}"; }
one all --parallel 2 > "$scratch/all.txt" || { cat "$scratch/all.txt"; exit 1; }
for name in "${assistants[@]}"; do
  code=0
  one "$name-401" > "$scratch/$name-401.txt" 2> "$scratch/$name-401.err" || code=$?
  echo "$code" > "$scratch/$name-401.code"
done
node "$root/tests/real-assistants.mjs" check "$scratch" "${assistants[@]}"
echo "$((SECONDS - began)) s"
