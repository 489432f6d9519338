using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Proposing;

/// <summary>What really changes: one edit without the text that both sides share. Equal edits make equal files.</summary>
internal readonly record struct MinimalEdit(TextSpan Span, string NewText)
{
    public bool IsEmpty => Span.IsEmpty && NewText.Length == 0;

    public static MinimalEdit Of(SourceText text, IReadOnlyList<Replacement> replacements)
    {
        var start = replacements[0].Span.Start;
        var end = replacements[^1].Span.End;
        var before = text.ToString(TextSpan.FromBounds(start, end));
        var after = text.GetSubText(TextSpan.FromBounds(start, end))
            .WithChanges(replacements.Select(edit => new TextChange(new(edit.Span.Start - start, edit.Span.Length), edit.NewText)))
            .ToString();

        var shorter = Math.Min(before.Length, after.Length);
        var prefix = 0;
        while (prefix < shorter && before[prefix] == after[prefix])
            prefix++;
        var suffix = 0;
        while (suffix < shorter - prefix && before[^(suffix + 1)] == after[^(suffix + 1)])
            suffix++;
        return new(TextSpan.FromBounds(start + prefix, end - suffix), after[prefix..(after.Length - suffix)]);
    }
}
