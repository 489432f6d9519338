using System.Globalization;

namespace BugSeeder.Mender;

/// <summary>Progress as lines with the seconds since the start.</summary>
internal sealed class ProgressLines(TextWriter writer, Budget budget) : IProgress<string>
{
    public void Report(string value) => writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{budget.Elapsed.TotalSeconds,5:0.0} s] {value}"));
}
