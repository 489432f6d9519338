#!/usr/bin/env python3
"""Known groups once more, with an assistant that knows nothing: Mender (docs/mender.md) on the sample, graded with the strong and the weak spec, and then with
parts of the strong one taken out. What should come out:

  the strong spec beats the weak one beyond the interval of their difference;
  the spec without section 5 (pricing) loses on bugs linked to it, and on no other;
  without what the spec says of a bug, examples and all, Mender no longer mends that bug; without as much of the rest it does.

What a spec says of a bug is, to begin with, the sections with the requirements that its witnesses check (matrix.csv). A spec may say a thing twice. Where Mender
mends a bug all the same, its answer names the clause that it went by, and that clause's section goes too; how often that was needed is told.

  tests/known-groups-mender.py [BUGS] [CONTROLS]     how many bugs (30) and controls (6) the specs are graded with; parts are taken out for the mended bugs only
  tests/known-groups-mender.py --run RUN             grades with a run of the sample that there is already, such as that of README's first command

It needs git, and prints one line a check. When one fails, the folder with the runs is kept.
"""
import json, os, pathlib, re, shutil, subprocess, sys, tempfile

ROUNDS = 3
ROOT = pathlib.Path(__file__).resolve().parent.parent
CLI = os.environ.get("BUGSEEDER", str(ROOT / "src/BugSeeder.Cli/bin/Release/net10.0/BugSeeder.Cli.dll"))
work = pathlib.Path(tempfile.mkdtemp(prefix="known-groups-"))
target, specs = work / "tariff", work / "specs"
banks = target / ".bugseeder/banks"
wrong = 0


def check(what, holds):
    global wrong
    wrong += not holds
    print(f"{'ok    ' if holds else 'FAILED'}  {what}", flush=True)


def bugseeder(*arguments):
    return json.loads(subprocess.run(["dotnet", CLI, *map(str, arguments), "--target", str(target), "--json"], stdout=subprocess.PIPE, check=True).stdout)


def run(*options):
    return bugseeder("run", "--assistant", "mender", "--repetitions", 1, "--seed", 1, *options)["run"]["id"]


def outcomes(id):
    """Of each trial of a run, by briefing and bug: whether it mended the bug cleanly, and the clause that its answer names."""
    trials = [t for t in bugseeder("report", id, "--unseal")["trials"] if t["scored"] and "cleanFix" in t["measures"]]
    named = lambda t: (t["briefing"].removeprefix("spec:"), t["bug"])
    return {named(t): t["measures"]["cleanFix"]["value"] == 1 for t in trials}, {named(t): (t["claim"] or {}).get("clause") for t in trials}


def make_bank(name, bugs):
    """A bank of some of the sample's bugs, so that nothing else is tried again."""
    shutil.copytree(banks / "sample", banks / name)
    bank = json.loads((banks / name / "bank.json").read_text())
    bank["bugs"] = [bug for bug in bank["bugs"] if bug in bugs]
    (banks / name / "bank.json").write_text(json.dumps(bank))
    for folder in (banks / name / "bugs").iterdir():
        if folder.name not in bugs:
            shutil.rmtree(folder)


def sections(text):
    # A heading of the first three levels with all below it up to the next; its examples stand under headings of the fourth.
    return re.split(r"(?m)^(?=#{1,3} )", text)


def without_clause(text, clause):
    """The text without the sections in which a clause stands, by its identifier, its words or its heading."""
    if not clause:
        return text
    heading, _, words = clause.partition(": ")
    squeezed = lambda part: re.sub(r"\W+", " ", part)
    stands = lambda part: heading in part or squeezed(words) in squeezed(part)
    return "".join(part for part in sections(text) if not stands(part))


def compare(id):
    """Strong over weak in a run; gives the bugs that are mended with the strong spec."""
    comparison = bugseeder("compare", f"{id}:mender:spec:weak", f"{id}:mender:spec:strong")["comparisons"][0]
    lift = comparison["cleanFix"]
    check(f"strong beats weak beyond its interval: {lift['value']*100:+.0f} points [{lift['low']*100:+.0f} to {lift['high']*100:+.0f}], n {lift['n']}", comparison["verdict"] == "better")
    return [bug for (briefing, bug), clean in outcomes(id)[0].items() if briefing == "strong" and clean]


def take_out(still, texts):
    """Takes out what the answers cite, until nothing that is said of a bug is left; tells how many cases each round ends."""
    ended = []
    for number in range(2, ROUNDS + 1):
        if not still:
            break
        name = f"left-{number}"
        make_bank(name, {bug for _, bug, _ in still})
        for half in {half for half, _, _ in still}:
            for _, _, clause in (case for case in still if case[0] == half):
                texts[half] = without_clause(texts[half], clause)
            (specs / f"{half}-{number}.md").write_text(texts[half])
        halves = sorted({half for half, _, _ in still})
        # With one spec a run calls it "spec", and the rest of this reads names.
        named = [f"{half}-{number}" for half in halves] + (["whole"] if len(halves) == 1 else [])
        id = run("--bank", name, *(option for spec in named for option in ("--spec", specs / f"{spec}.md")), "--bugs", len({bug for _, bug, _ in still}), "--controls", 0)
        now, cited = outcomes(id)
        left = [(half, bug, cited[f"{half}-{number}", bug]) for half, bug, _ in still if now[f"{half}-{number}", bug]]
        ended.append(len(still) - len(left))
        still = left
    return ended, still


def parts(mended):
    make_bank("mended", mended)
    subprocess.run([sys.executable, ROOT / "tests/known-groups/specs.py", ROOT / "corpora/tariff/.bugseeder/matrix.csv", banks / "mended", ROOT / "corpora/tariff/specs/strong.md", work, "section"], check=True)
    clauses = json.loads((work / "clauses.json").read_text())
    texts = {name: (specs / f"{name}.md").read_text() for name in ("whole", "no-pricing", "half-0", "half-1")}
    id = run("--bank", "mended", *(option for spec in texts for option in ("--spec", specs / f"{spec}.md")), "--bugs", len(mended), "--controls", 0)
    now, cited = outcomes(id)
    again = [b for b in clauses if now["whole", b]]
    check(f"what was mended is mended again, in a run of its own: {len(again)} of {len(clauses)} linked bugs", len(again) == len(clauses))

    lost = lambda spec, bugs: [b for b in bugs if not now[spec, b]]
    says = lambda spec, b: [i in texts[spec] for i in clauses[b]]
    gone, kept = [[b for b in again if test(says("no-pricing", b))] for test in (lambda s: not any(s), all)]
    check(f"without its pricing section the spec loses on {len(lost('no-pricing', gone))} of the {len(gone)} bugs linked to it alone: {lost('no-pricing', gone)}", len(gone) > 0 and lost("no-pricing", gone) == gone)
    check(f"and on {len(lost('no-pricing', kept))} of the {len(kept)} that have nothing to do with it: {lost('no-pricing', kept)}", not lost("no-pricing", kept))

    halves = ("half-0", "half-1")
    stay = [(half, b) for half in halves for b in again if all(says(half, b))]
    other = [b for half, b in stay if not now[half, b]]
    cut = [(half, b) for half in halves for b in again if not any(says(half, b))]
    still = [(half, b, cited[half, b]) for half, b in cut if now[half, b]]
    at_once = len(cut) - len(still)
    ended, left = take_out(still, texts)
    check(f"without the sections behind a bug it is no longer mended: {at_once} of {len(cut)} cases at once, {' and '.join(map(str, ended)) or 'none'} more without the section that the answer named too; still mended {[b for _, b, _ in left]}", len(cut) > 0 and not left)
    check(f"and a bug whose sections stay is mended still: {len(stay) - len(other)} of {len(stay)}; lost {other}", len(stay) > 0 and not other)


def main(arguments):
    specs.mkdir()
    shutil.copytree(ROOT / "corpora/tariff", target, ignore=shutil.ignore_patterns("bin", "obj"))
    if "BUGSEEDER" not in os.environ:
        subprocess.run(["dotnet", "build", ROOT / "src/BugSeeder.Cli", "-c", "Release", "-v", "quiet", "--nologo"], check=True, stdout=sys.stderr)
    if arguments[:1] == ["--run"]:
        id = arguments[1]
    else:
        shutil.rmtree(target / ".bugseeder/runs", ignore_errors=True)
        bugs, controls = arguments + [30, 6][len(arguments):]
        id = run("--spec", target / "specs/strong.md", "--spec", target / "specs/weak.md", "--bugs", bugs, "--controls", controls)
    mended = compare(id)
    print(f"{len(mended)} bugs are mended cleanly with the strong spec", flush=True)
    parts(mended)
    if wrong:
        print(f"the runs are in {target}", file=sys.stderr)
    else:
        shutil.rmtree(work)
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
