using BugSeeder.Model;

namespace BugSeeder.Specs.Tracing;

/// <summary>A traceability matrix: which requirements a test or member is there for, as people wrote it down.</summary>
/// <param name="Requirements">The identifiers by the name of the test or member.</param>
internal sealed record TraceMatrix(IReadOnlyDictionary<string, IReadOnlyList<string>> Requirements)
{
    /// <summary>No matrix.</summary>
    public static TraceMatrix None { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>Reads a matrix: lines of a name, a comma, and identifiers separated by blanks. The first line is a heading.</summary>
    /// <exception cref="UserError">The file does not exist, or a line has no comma.</exception>
    public static TraceMatrix Read(string file)
    {
        if (!File.Exists(file))
            throw new UserError($"The traceability matrix '{file}' does not exist.", "Correct `trace: matrix:` in bugseeder.yml.");
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var number = 1;
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            number++;
            if (line.Trim().Length == 0)
                continue;
            var cells = line.Split(',', 2, StringSplitOptions.TrimEntries);
            if (cells.Length < 2)
                throw new UserError($"{file}, line {number}: there is no comma.", "Write the name of a test or member, a comma, and the identifiers separated by blanks.");
            found[cells[0].Trim('"')] = cells[1].Trim('"').Split([' ', ';', '|'], StringSplitOptions.RemoveEmptyEntries);
        }

        return new(found);
    }
}
