using System.Text.Json;
using System.Text.Json.Serialization;
using BugSeeder.Model;

namespace BugSeeder.Bench.Stryker;

/// <summary>The parts that we read of a mutation-testing report (mutation-testing-report-schema, version 2).</summary>
/// <param name="Files">Every file with its text and its mutants, by full path.</param>
internal sealed record StrykerReport(IReadOnlyDictionary<string, StrykerFile> Files)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(allowIntegerValues: false) } };

    /// <summary>Reads a report.</summary>
    /// <exception cref="UserError">The file is missing or no such report.</exception>
    public static StrykerReport Read(string file)
    {
        try
        {
            if (JsonSerializer.Deserialize<StrykerReport>(File.ReadAllText(file), Options) is { Files: not null } report)
                return report;
        }
        catch (JsonException problem)
        {
            throw new UserError($"'{file}' is no report of mutation testing: {problem.Message}", "Give the mutation-report.json that Stryker.NET writes with its json reporter.");
        }

        throw new UserError($"'{file}' is no report of mutation testing: it has no files.", "Give the mutation-report.json that Stryker.NET writes with its json reporter.");
    }
}

/// <summary>A file in a report.</summary>
/// <param name="Source">Its text when it was mutated.</param>
/// <param name="Mutants">Its mutants.</param>
internal sealed record StrykerFile(string Source, IReadOnlyList<StrykerMutant> Mutants);

/// <summary>A mutant and what became of it.</summary>
/// <param name="Id">Its number in this report.</param>
/// <param name="MutatorName">What was done.</param>
/// <param name="Replacement">The text put in place.</param>
/// <param name="Location">Where.</param>
/// <param name="Status">What became of it.</param>
internal sealed record StrykerMutant(string Id, string MutatorName, string? Replacement, StrykerSpan Location, StrykerStatus Status);

/// <summary>A stretch of text; its end is the first place behind it.</summary>
internal sealed record StrykerSpan(StrykerPosition Start, StrykerPosition End);

/// <summary>A place in a text.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
internal sealed record StrykerPosition(int Line, int Column);

/// <summary>What became of a mutant.</summary>
internal enum StrykerStatus
{
    /// <summary>A test failed.</summary>
    Killed,

    /// <summary>No test failed.</summary>
    Survived,

    /// <summary>No test reaches it.</summary>
    NoCoverage,

    /// <summary>The tests did not end in time.</summary>
    Timeout,

    /// <summary>It does not compile.</summary>
    CompileError,

    /// <summary>The tests could not be run.</summary>
    RuntimeError,

    /// <summary>It was left out.</summary>
    Ignored,

    /// <summary>It was not tried.</summary>
    Pending,
}
