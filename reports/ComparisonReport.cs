using System.Text;
using BugSeeder.Model.Comparisons;
using BugSeeder.Reports.Html;
using BugSeeder.Reports.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace BugSeeder.Reports;

/// <summary>A comparison of runs for a terminal, as Markdown and as one HTML file.</summary>
public static class ComparisonReport
{
    private const string Note = "* a finding at a false-discovery share of 10 % (Benjamini and Hochberg). Intervals are 95 %; n counts bugs, or controls.";

    /// <summary>Plain lines.</summary>
    public static string Text(IReadOnlyList<Comparison> comparisons)
    {
        var text = new StringBuilder();
        foreach (var comparison in comparisons)
        {
            text.Append($"{ComparedWords.Headline(comparison.Verdict)} {comparison.Reason}\n  A: {ComparedWords.Name(comparison.First)}\n  B: {ComparedWords.Name(comparison.Second)}\n  {ComparedWords.Basis(comparison)}\n\n");
            Lines(text, "", ComparedWords.Figures(comparison));
            Lines(text, "by class, B − A\n", ComparedWords.Classes(comparison));
            Lines(text, "by section of the spec, B − A\n", ComparedWords.Sections(comparison));
            Lines(text, "other measures, B − A\n", ComparedWords.Changes(comparison));
            foreach (var flip in ComparedWords.Flips(comparison))
                text.Append($"  flipped: {flip}\n");
            if (ComparedWords.SealedFlips(comparison) is { Length: > 0 } hidden)
                text.Append($"  {hidden}\n");
            text.Append($"  {Note}\n\n");
        }

        return text.ToString();
    }

    /// <summary>Markdown that fits the step summary of a CI run.</summary>
    public static string Markdown(IReadOnlyList<Comparison> comparisons)
    {
        var text = new StringBuilder();
        foreach (var comparison in comparisons)
        {
            text.Append($"# {ComparedWords.Headline(comparison.Verdict)}\n\n{MarkdownText.Of(comparison.Reason, 1000)}\n\n");
            text.Append($"- A: {MarkdownText.Of(ComparedWords.Name(comparison.First))}\n- B: {MarkdownText.Of(ComparedWords.Name(comparison.Second))}\n- {MarkdownText.Of(ComparedWords.Basis(comparison))}\n\n");
            Table(text, "figure", ComparedWords.Figures(comparison));
            Table(text, "class, B − A", ComparedWords.Classes(comparison));
            Table(text, "section, B − A", ComparedWords.Sections(comparison));
            Table(text, "measure, B − A", ComparedWords.Changes(comparison));
            foreach (var flip in ComparedWords.Flips(comparison))
                text.Append($"- flipped: {MarkdownText.Of(flip)}\n");
            if (ComparedWords.SealedFlips(comparison) is { Length: > 0 } hidden)
                text.Append($"- {hidden}\n");
            text.Append($"\n{MarkdownText.Of(Note)}\n\n");
        }

        return text.ToString();
    }

    /// <summary>One page that loads nothing.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static async Task<string> HtmlAsync(IReadOnlyList<Comparison> comparisons, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var renderer = new HtmlRenderer(new NoServices(), NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ComparePage.Comparisons)] = comparisons });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ComparePage>(parameters)).ToHtmlString());
    }

    private static void Lines(StringBuilder text, string title, IEnumerable<(string Name, string Figure)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;
        var width = all.Max(row => row.Name.Length);
        text.Append(title);
        foreach (var (name, figure) in all)
            text.Append($"  {name.PadRight(width)}  {figure}\n");
        text.Append('\n');
    }

    private static void Table(StringBuilder text, string title, IEnumerable<(string Name, string Figure)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;
        text.Append($"| {title} | |\n| --- | --- |\n");
        foreach (var (name, figure) in all)
            text.Append($"| {MarkdownText.Of(name)} | {MarkdownText.Of(figure)} |\n");
        text.Append('\n');
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
