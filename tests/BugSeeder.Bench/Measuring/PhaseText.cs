using System.Globalization;
using System.Text;

namespace BugSeeder.Bench.Measuring;

/// <summary>A table of phases for people.</summary>
internal static class PhaseText
{
    public static string Render(IReadOnlyList<PhaseTime> phases)
    {
        var text = new StringBuilder($"  {"phase",-32} {"count",6} {"lane s",8} {"own CPU s",10} {"from s",8} {"to s",8}\n");
        foreach (var phase in phases)
            text.Append(CultureInfo.InvariantCulture, $"  {phase.Name,-32} {phase.Count,6} {Math.Max(0, phase.LaneSeconds),8:0.00} {phase.CpuSeconds,10:0.00} {phase.FirstSecond,8:0.00} {phase.LastSecond,8:0.00}\n");
        return text.ToString();
    }
}
