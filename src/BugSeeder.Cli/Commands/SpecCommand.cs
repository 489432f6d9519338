using System.CommandLine;
using BugSeeder.Model;
using BugSeeder.Model.Specs;
using BugSeeder.Model.Text;
using BugSeeder.Pipeline;
using BugSeeder.Reports;
using BugSeeder.Specs.Checking;

namespace BugSeeder.Cli.Commands;

/// <summary><c>bugseeder spec</c>: checks specs, and links their clauses to code, tests and bugs.</summary>
internal static class SpecCommand
{
    private static readonly Argument<string[]> Files = new("FILES") { Description = "Specs: files, folders, `a.md+b.md`, `a.md@REVISION` (default: those of bugseeder.yml).", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<bool> Sarif = new("--sarif") { Description = "Print the findings as SARIF 2.1.0 on standard output." };
    private static readonly Option<bool> TextOnly = new("--text-only") { Description = "Leave the target alone: rules that need its code are passed over." };
    private static readonly Option<bool> Rules = new("--rules") { Description = "Print the page of all rules, docs/spec-rules.md." };
    private static readonly Option<bool> Validate = new("--validate") { Description = "Hide the identifiers, infer the links again, and say how many are right." };

    public static Command Create()
    {
        var check = new Command("check", "Finds what is likely to mislead whoever works from a spec; its examples are compiled and run against the target.") { Files, RunOptions.Spec, Options.Target, Options.Config, Options.Property, TextOnly, Sarif, Rules, Options.Json };
        check.SetAction(CheckAsync);
        var trace = new Command("trace", "Links the clauses of a spec to code, tests and bugs, with the evidence for every link.") { RunOptions.Spec, Options.Target, Options.Config, Options.Property, Options.Bank, Validate, Options.Json };
        trace.SetAction(TraceAsync);
        return new Command("spec", "Checks specs, and links their clauses to code, tests and bugs.") { check, trace };
    }

    private static async Task<int> CheckAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Rules))
        {
            Console.Out.Write(SpecRulesPage.Render());
            return (int)ExitCode.Done;
        }

        var request = Request(parsed, [.. parsed.GetValue(Files) ?? [], .. parsed.GetValue(RunOptions.Spec) ?? []], null);
        var results = await Terminal.ShowAsync(progress => SpecPipeline.CheckAsync(request, parsed.GetValue(TextOnly), progress, cancellationToken));
        if (parsed.GetValue(Sarif))
            Console.Out.Write(SarifReport.Render(results, SpecRuleCatalogue.Rules, ToolVersion.Current));
        else if (parsed.GetValue(Options.Json))
            Console.Out.Write(Json.ToText(results));
        else
            Print(results);
        return (int)(results.Any(result => result.Findings.Any(finding => finding.Severity == FindingSeverity.Error)) ? ExitCode.GateFailed : ExitCode.Done);
    }

    private static void Print(IReadOnlyList<SpecCheckResult> results)
    {
        foreach (var result in results)
        {
            foreach (var finding in result.Findings)
                Console.Out.WriteLine($"{finding.Place.File}:{finding.Place.Line}:{finding.Place.Column}: {finding.Severity.ToString().ToLowerInvariant()} {finding.Rule}: {finding.Message}");
            var counts = result.Findings.CountBy(finding => finding.Severity).OrderByDescending(count => count.Key).Select(count => $"{count.Value} {count.Key.ToString().ToLowerInvariant()}{(count.Value == 1 ? "" : "s")}");
            Console.Out.WriteLine($"{result.Spec}: {result.Clauses} clauses, {(result.Findings.Count == 0 ? "no finding" : string.Join(", ", counts))}");
            if (result.Clauses == 0)
                Console.Error.WriteLine($"{result.Spec}: no clause was recognised: give requirements identifiers (ORD-1), or write them as sentences with must, shall or should; other languages than English are not known");
            foreach (var reason in result.PassedOver.GroupBy(rule => rule.Value, rule => rule.Key, StringComparer.Ordinal))
                Console.Error.WriteLine($"passed over, since {reason.Key}: {string.Join(", ", reason)}");
        }
    }

    private static async Task<int> TraceAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = Request(parsed, parsed.GetValue(RunOptions.Spec) ?? [], parsed.GetValue(Options.Bank));
        if (parsed.GetValue(Validate))
        {
            var accuracies = await Terminal.ShowAsync(progress => SpecPipeline.ValidateAsync(request, progress, cancellationToken));
            Console.Out.Write(parsed.GetValue(Options.Json) ? Json.ToText(accuracies.Select(entry => new { Spec = entry.Path, entry.Accuracy })) : string.Concat(accuracies.Select(entry => TraceText.Of(entry.Path, entry.Accuracy))));
            return (int)ExitCode.Done;
        }

        var traced = await Terminal.ShowAsync(progress => SpecPipeline.TraceAsync(request, progress, cancellationToken));
        Console.Out.Write(parsed.GetValue(Options.Json) ? Json.ToText(traced.Select(entry => new { Spec = entry.Path, entry.Trace })) : string.Concat(traced.Select(TraceText.Of)));
        foreach (var entry in traced)
            Console.Error.WriteLine($"links of {entry.Path}: {entry.File}");
        return (int)ExitCode.Done;
    }

    private static SpecRequest Request(ParseResult parsed, string[] specs, string? bank)
    {
        var configuration = Options.Configuration(parsed);
        return new(
            parsed.GetValue(Options.Target)!, Options.TargetSettings(parsed, configuration), specs.Length > 0 ? specs : configuration.Specs,
            bank ?? configuration.Run.Bank, configuration.Trace.Matrix, SpecCheck.Severities(configuration.SpecCheck));
    }
}
