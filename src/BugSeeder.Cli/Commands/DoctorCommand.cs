using System.CommandLine;
using BugSeeder.Model;
using BugSeeder.Model.Text;
using BugSeeder.Pipeline;

namespace BugSeeder.Cli.Commands;

/// <summary><c>bugseeder doctor</c>: says what is missing and how to get it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Says what is here, what is missing and how to get it. Spends nothing.") { Options.Target, Options.Config, Options.Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var findings = await Doctor.ExamineAsync(parsed.GetValue(Options.Target)!, Options.Configuration(parsed), cancellationToken);
        if (parsed.GetValue(Options.Json))
            Console.Out.Write(Json.ToText(findings));
        else
            Print(findings);
        return (int)(findings.FirstOrDefault(finding => finding.State == DoctorState.Missing)?.ExitCode ?? ExitCode.Done);
    }

    private static void Print(IReadOnlyList<DoctorFinding> findings)
    {
        foreach (var finding in findings)
        {
            Console.Out.WriteLine($"{Mark(finding.State)} {finding.Subject}: {finding.Text}");
            if (finding.Remedy.Length > 0)
                Console.Out.WriteLine($"         {finding.Remedy}");
        }
    }

    private static string Mark(DoctorState state) => state switch
    {
        DoctorState.Fine => "ok      ",
        DoctorState.Optional => "absent  ",
        DoctorState.Unready => "unready ",
        DoctorState.Missing => "MISSING ",
        _ => throw new InvalidOperationException($"No such state: {state}"),
    };
}
