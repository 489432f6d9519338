#!/usr/bin/env bash
# Drives the real Claude Code command line through whole trials of `bugseeder run` on the sample, end to end, against the stub model:
# workspace, prompt, the real program with its real tools, harvesting, the target's own build and tests, score, report.
# The stub plays a model that reads the bug's file, writes it as it should be, and answers in the JSON that the prompt asks for.
#
#   tests/real-claude-run.sh
#
# It needs what tests/real-claude.sh needs. It exits with 0 if both trials (without and with the spec) are completed clean fixes.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp -r "$root/corpora/tariff" "$scratch/tariff"
dotnet build "$root/src/BugSeeder.Cli" -c Release -v quiet --nologo
bugseeder() { dotnet "$root/src/BugSeeder.Cli/bin/Release/net10.0/BugSeeder.Cli.dll" "$@"; }
export -f bugseeder
export root

# The plan of a run with one bug names it; the same number chooses it again below.
bugseeder run --target "$scratch/tariff" --assistant oracle --bugs 1 --controls 0 --json > "$scratch/oracle.json"
node -e '
  const fs = require("fs"), [report, tariff, out] = process.argv.slice(1);
  const bug = JSON.parse(fs.readFileSync(report)).trials[0].bug;
  const { seed } = JSON.parse(fs.readFileSync(`${tariff}/.bugseeder/banks/sample/bugs/${bug}/bug.json`));
  const files = [...new Set(seed.edits.map(edit => edit.file))];
  const claim = { verdict: "defect", file: seed.place.file, member: seed.place.member, clause: null, explanation: seed.mistake, fixed: true, tests: [], testsRun: false, question: null, confidence: 0.9 };
  fs.writeFileSync(out, JSON.stringify({
    calls: files.flatMap(file => [
      { tool: "Read", input: { file_path: `{cwd}/${file}` } },
      { tool: "Write", input: { file_path: `{cwd}/${file}`, content: fs.readFileSync(`${tariff}/${file}`, "utf8") } },
    ]),
    final: "Mended.\n\n```json\n" + JSON.stringify(claim) + "\n```",
  }));
' "$scratch/oracle.json" "$scratch/tariff" "$scratch/edits.json"

STUB_SCRIPT=$scratch/edits.json "$root/tests/real-claude.sh" -- \
  bash -c 'bugseeder run --target "$1/tariff" --assistant claude --bugs 1 --controls 0 --json > "$1/claude.json"' run "$scratch"
node -e '
  const report = JSON.parse(require("fs").readFileSync(process.argv[1]));
  let failed = report.trials.length !== 2;
  for (const trial of report.trials) {
    const value = name => trial.measures[name]?.value;
    console.log(`${trial.id}: ${trial.outcome}, clean fix ${value("cleanFix")}, detected ${value("detected")}, input tokens ${value("inputTokens")}, tool calls ${value("toolCalls")}, cost ${value("costUsd")}`);
    failed ||= trial.outcome !== "completed" || value("cleanFix") !== 1 || !(value("inputTokens") > 0);
  }
  console.log(failed ? "FAILED" : "the real Claude Code was driven through whole trials, and both are clean fixes");
  process.exit(failed ? 1 : 0);
' "$scratch/claude.json"
