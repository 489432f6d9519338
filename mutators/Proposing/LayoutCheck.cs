using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Proposing;

/// <summary>
/// Whether an edit leaves the layout as a person would: no two blank lines on end, none beside a brace, no blank before a dot, and no line that
/// ends with blanks, unless the place had it before. Mutators take care of it themselves; this catches what they did not think of.
/// </summary>
internal static class LayoutCheck
{
    public static bool Holds(Candidate candidate, SourceText text)
    {
        var first = text.Lines.GetLineFromPosition(candidate.Hull.Start).LineNumber;
        var last = text.Lines.GetLineFromPosition(candidate.Hull.End).LineNumber;
        var around = TextSpan.FromBounds(text.Lines[Math.Max(0, first - 1)].Start, text.Lines[Math.Min(text.Lines.Count - 1, last + 1)].End);
        var before = text.ToString(around);
        var after = SourceText.From(before).WithChanges(candidate.Replacements.Select(edit => new TextChange(new(edit.Span.Start - around.Start, edit.Span.Length), edit.NewText))).ToString();
        return Flaws(after) <= Flaws(before);
    }

    private static int Flaws(string text)
    {
        var flaws = 0;
        var previous = "x";
        foreach (var line in text.Split('\n'))
        {
            var code = line.AsSpan().TrimEnd('\r');
            var words = code.Trim();
            if (words.IsEmpty ? previous.Length == 0 || previous.EndsWith('{') : words.StartsWith("}") && previous.Length == 0)
                flaws++;
            if (!words.IsEmpty && code.TrimEnd().Length < code.Length)
                flaws++;
            flaws += words.Count(" .") - words.Count(" ..") + words.Count(" ;") + words.Count(" )") + words.Count(" ,");
            previous = words.ToString();
        }
        return flaws;
    }
}
