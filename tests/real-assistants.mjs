// The parts of tests/real-assistants.sh that are easier said in JavaScript: the configuration of the runs, and the check of what came back.
import fs from 'node:fs';
import path from 'node:path';

const [verb, scratch, ...rest] = process.argv.slice(2);
const scenarios = ['fix', 'loop', 'denied', 'stall', '429', '500', 'overflow'];
const turns = 5;

// What the model's server claims that every request has used, as each protocol says it and as it is normalised: input, cached, cache write, output, reasoning.
const perRequest = {
  claude: [1000, 300, 200, 50, 0],
  codex: [700, 300, 0, 43, 7],
  gemini: [700, 300, 0, 50, 7],
  opencode: [700, 300, 0, 43, 7],
  copilot: [700, 300, 0, 43, 7],
};
const price = { input: 1, cachedInput: 0.1, cacheWrite: 2, output: 10 };
const claudePrice = { input: 3, cachedInput: 0.3, cacheWrite: 3.75, output: 15 };

const outcomes = {
  fix: 'completed', loop: 'turnLimit', stall: 'timedOut', 401: 'unauthenticated', 429: 'rateLimited', 500: 'infrastructureFault', overflow: 'contextOverflow',
  // Codex says nothing of what its own sandbox denied, and Gemini offers no tools that it would have to ask for.
  denied: { claude: 'permissionDenied', codex: 'noChange', gemini: 'noChange', opencode: 'permissionDenied', copilot: 'permissionDenied' },
};

/** The bug of the bank: its file, and the lines before and after it was planted. */
function bug() {
  const bugs = path.join(scratch, 'tiny', '.bugseeder', 'banks');
  const bank = path.join(bugs, fs.readdirSync(bugs)[0], 'bugs');
  const patch = fs.readFileSync(path.join(bank, fs.readdirSync(bank)[0], 'bug.patch'), 'utf8').split('\n');
  const lines = (sign) => patch.filter((line) => line.startsWith(sign) && !line.startsWith(sign.repeat(3))).map((line) => line.slice(1)).join('\n');
  return { file: patch.find((line) => line.startsWith('+++ ')).slice('+++ b/'.length).trim(), old: lines('+'), new: lines('-') };
}

function script() {
  const { file, ...lines } = bug();
  const claim = { verdict: 'defect', file, fixed: true, tests: [], testsRun: false, confidence: 0.9 };
  fs.writeFileSync(path.join(scratch, 'script.json'), JSON.stringify({ calls: [{ edit: { file, ...lines } }, { run: `cat ${file}` }], final: `Mended.\n\n${JSON.stringify(claim)}` }));
}

function entry(name, scenario, programs) {
  const address = fs.readFileSync(path.join(scratch, 'address'), 'utf8').trim();
  const folder = fs.readdirSync(programs).find((one) => ({ claude: 'claude-code', codex: 'codex', gemini: 'gemini-cli', opencode: 'opencode-ai', copilot: 'copilot' })[name] === one.split('@')[0]);
  const base = `${address}/${scenario === 'denied' ? 'fix' : scenario}`;
  return {
    kind: name,
    command: path.join(programs, folder, 'node_modules', '.bin', name),
    model: name === 'claude' ? 'claude-sonnet-4-5' : name === 'gemini' ? 'gemini-2.5-flash' : 'stub-model',
    baseUrl: name === 'claude' || name === 'gemini' ? base : `${base}/v1`,
    requestRetries: 1,
    permissions: scenario === 'denied' ? 'own' : 'full',
  };
}

function configure(programs, ...names) {
  const write = (file, chosen) => {
    const assistants = Object.fromEntries(chosen.map(([name, scenario]) => [`${name}-${scenario}`, entry(name, scenario, programs)]));
    fs.writeFileSync(path.join(scratch, `${file}.yml`), JSON.stringify({
      assistants,
      prices: { 'stub-model': price, 'gemini-2.5-flash': price },
      run: { assistants: Object.keys(assistants), maxTurns: turns, timeLimitSeconds: 90, idleLimitSeconds: 25, retries: 0, rateLimitMinutes: 0 },
    }));
  };
  write('all', scenarios.flatMap((scenario) => names.map((name) => [name, scenario])));
  for (const name of names) write(`${name}-401`, [[name, '401']]);
}

function check(...names) {
  const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
  const runs = path.join(scratch, 'tiny', '.bugseeder', 'runs');
  const trials = fs.readdirSync(runs).flatMap((run) => fs.readdirSync(path.join(runs, run, 'trials')).map((trial) => path.join(runs, run, 'trials', trial)));
  const rows = [], wrong = [];
  for (const name of names) {
    for (const scenario of [...scenarios, '401']) {
      const where = trials.find((trial) => path.basename(trial).startsWith(`${name}-${scenario}.`));
      if (!where) { wrong.push(`${name} ${scenario}: no trial`); continue; }
      const seen = read(path.join(where, 'observation.json')), transcript = read(path.join(where, 'transcript.json'));
      const { usage } = transcript;
      const tokens = usage ? [usage.inputTokens, usage.cachedInputTokens, usage.cacheWriteTokens, usage.outputTokens, usage.reasoningTokens] : null;
      const edits = transcript.entries.filter((one) => one.kind === 'edit' && one.failed === false).map((one) => one.text);
      const commands = transcript.entries.filter((one) => one.kind === 'command');
      const changed = seen.changes.map((change) => change.path);
      const expect = (what, held) => held || wrong.push(`${name} ${scenario}: ${what}`);
      const expected = typeof outcomes[scenario] === 'string' ? outcomes[scenario] : outcomes[scenario][name];
      expect(`outcome ${seen.outcome}, expected ${expected}: ${seen.outcomeReason}`, seen.outcome === expected);
      const spent = scenario === 'fix' || scenario === 'loop' || scenario === 'denied';
      if (spent) {
        const requests = tokens ? tokens[1] / perRequest[name][1] : 0;
        expect(`tokens ${tokens} are no whole number of requests`, tokens && requests >= 1 && perRequest[name].every((one, i) => tokens[i] === one * requests || (name === 'claude' && i === 3 && usage.atLeast)));
        if (scenario === 'fix') expect(`${requests} requests`, requests === (name === 'codex' ? 3 : 4));
        if (scenario === 'loop') expect(`${requests} requests, of ${turns} turns`, requests >= (usage.atLeast ? 1 : turns) && requests <= turns + 2);
        const p = name === 'claude' ? claudePrice : price;
        const cost = tokens && (tokens[0] * p.input + tokens[1] * p.cachedInput + tokens[2] * p.cacheWrite + (tokens[3] + tokens[4]) * p.output) / 1e6;
        expect(`cost ${usage?.costUsd}, expected ${cost}`, usage && Math.abs(usage.costUsd - cost) < 1e-6);
      }
      // An assistant's own errands, such as fetching a package, would be reported as if its model had looked for the answer.
      expect(`looked for the answer: ${seen.peeks.map((peek) => `${peek.kind} ${peek.evidence}`)}`, seen.peeks.length === 0);
      expect(`changed ${changed}`, scenario === 'fix' ? changed.join() === bug().file : changed.length === 0);
      expect(`edits ${edits}`, scenario === 'fix' ? edits.join() === bug().file : edits.length === 0);
      if (scenario === 'fix') {
        expect('no command with exit code 0', commands.some((one) => one.failed === false && (one.exitCode === 0 || name === 'gemini')));
        const score = seen.isScored ? read(path.join(where, 'score.json')) : null;
        expect('no clean fix', score?.measures?.cleanFix?.value === 1);
      }
      if (scenario === '401') expect('exit code', fs.readFileSync(path.join(scratch, `${name}-401.code`), 'utf8').trim() === '4');
      const stored = fs.readdirSync(where, { recursive: true }).map((file) => path.join(where, file)).filter((file) => fs.statSync(file).isFile());
      expect('a key was stored', stored.every((file) => !fs.readFileSync(file).includes('not-a-real-key')));
      rows.push([name, scenario, seen.outcome, seen.seconds.toFixed(1) + ' s', tokens ? tokens.join('/') : '-', usage?.costUsd?.toFixed(5) ?? '-', usage?.turns ?? transcript.turns ?? '-', changed.length ? changed.join() : '-', seen.outcomeReason.replace(/\s+/g, ' ').slice(0, 90)]);
    }
  }
  const head = ['assistant', 'scenario', 'outcome', 'time', 'tokens', 'cost', 'turns', 'changed', 'reason'];
  const width = head.map((title, i) => Math.max(title.length, ...rows.map((row) => String(row[i]).length)));
  for (const row of [head, ...rows]) console.log(row.map((cell, i) => String(cell).padEnd(width[i])).join('  ').trimEnd());
  for (const problem of wrong) console.log(`WRONG: ${problem}`);
  console.log(wrong.length === 0 ? `all ${rows.length} trials are as they should be` : `${wrong.length} things are wrong`);
  process.exit(wrong.length === 0 ? 0 : 1);
}

({ script, configure, check })[verb](...rest);
