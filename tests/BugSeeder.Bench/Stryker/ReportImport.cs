using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Bench.Stryker;

/// <summary>
/// Makes Stryker's mutants ours. A report gives a span and a text, but Stryker replaces syntax nodes: put back as text, <c>a || b</c> in the place of a factor
/// would be read another way. So the edited text is parsed and compared with the edited tree, and put in parentheses where that is what it takes.
/// </summary>
/// <param name="Mutants">What was taken over, by file and position.</param>
/// <param name="LeftOut">What was not, each with the reason.</param>
internal sealed record ReportImport(IReadOnlyList<ImportedMutant> Mutants, IReadOnlyList<string> LeftOut)
{
    /// <summary>Takes over what Stryker tried, and what it says does not compile.</summary>
    /// <param name="report">Stryker's report.</param>
    /// <param name="root">The folder that Stryker ran on, a copy of the target.</param>
    /// <param name="tree">The target.</param>
    /// <param name="code">How it parses.</param>
    public static ReportImport Of(StrykerReport report, string root, SourceTree tree, TargetCode code)
    {
        var taken = new List<ImportedMutant>();
        var leftOut = new List<string>();
        foreach (var (file, content) in report.Files.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(root, file).Replace('\\', '/');
            var tried = content.Mutants.Where(mutant => mutant.Status is not (StrykerStatus.Ignored or StrykerStatus.Pending)).ToList();
            if (tried.Count == 0)
                continue;
            if (tree.Files.GetValueOrDefault(path)?.Text is not { } text || content.Source.TrimStart('\uFEFF') != text)
            {
                leftOut.Add($"{path}: its text is not the target's");
                continue;
            }

            var syntax = code.Products.FirstOrDefault(project => project.Trees.ContainsKey(path))?.Trees[path];
            var source = SourceText.From(text);
            var known = CSharpSyntaxTree.ParseText(source, (CSharpParseOptions?)syntax?.Options).GetRoot();
            foreach (var mutant in tried)
            {
                if (EditOf(mutant, path, source, known) is { } edit)
                    taken.Add(new(mutant.Id, mutant.MutatorName, edit, mutant.Status));
                else
                    leftOut.Add($"{path}:{mutant.Location.Start.Line}: {mutant.MutatorName}: {mutant.Replacement ?? "no replacement"}");
            }
        }

        return new([.. taken.OrderBy(mutant => mutant.Edit.File, StringComparer.Ordinal).ThenBy(mutant => mutant.Edit.Start).ThenBy(mutant => mutant.Id, StringComparer.Ordinal)], leftOut);
    }

    private static TextEdit? EditOf(StrykerMutant mutant, string path, SourceText text, SyntaxNode root)
    {
        if (mutant.Replacement is not { } replacement || SpanOf(mutant.Location, text) is not { } span || NodeAt(root, span) is not { } node)
            return null;
        var fitting = new[] { replacement, $"({replacement})" }.FirstOrDefault(candidate => ReadsAsMeant(candidate, node, span, text, root));
        return fitting is null ? null : new(path, span.Start, text.ToString(span), fitting);
    }

    private static TextSpan? SpanOf(StrykerSpan location, SourceText text)
    {
        if (location.End.Line > text.Lines.Count)
            return null;
        var start = text.Lines[location.Start.Line - 1].Start + location.Start.Column - 1;
        var end = text.Lines[location.End.Line - 1].Start + location.End.Column - 1;
        return start <= end && end <= text.Length ? TextSpan.FromBounds(start, end) : null;
    }

    /// <summary>The outermost node that covers exactly this span.</summary>
    private static SyntaxNode? NodeAt(SyntaxNode root, TextSpan span) =>
        root.FindNode(span, getInnermostNodeForTie: false) is { } node && node.Span == span ? node : null;

    /// <summary>Whether the edited text parses to the original's tree with one node replaced.</summary>
    private static bool ReadsAsMeant(string replacement, SyntaxNode node, TextSpan span, SourceText text, SyntaxNode root)
    {
        var options = (CSharpParseOptions)root.SyntaxTree.Options;
        // A node that merely wraps another, such as an argument, has that one's span: the innermost that takes the replacement's kind is meant.
        var inner = node.DescendantNodesAndSelf().Where(candidate => candidate.Span == span).ToList();
        var edited = CSharpSyntaxTree.ParseText(text.WithChanges(new TextChange(span, replacement)), options).GetRoot();
        foreach (var candidate in inner)
        {
            SyntaxNode? parsed = candidate switch
            {
                BlockSyntax or StatementSyntax => SyntaxFactory.ParseStatement(replacement, options: options),
                ExpressionSyntax => SyntaxFactory.ParseExpression(replacement, options: options),
                _ => null,
            };
            if (parsed is null || parsed.ContainsDiagnostics || parsed.FullSpan.Length != replacement.Length)
                continue;
            if (SyntaxFactory.AreEquivalent(edited, root.ReplaceNode(candidate, parsed.WithTriviaFrom(candidate)), topLevel: false))
                return true;
        }

        // What is neither expression nor statement (a pattern, an initialiser) has no precedence to lose if the text around it reads as before.
        return inner.TrueForAll(candidate => candidate is not (StatementSyntax or ExpressionSyntax))
            && !edited.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            && edited.FindNode(new TextSpan(span.Start, replacement.Length)) is { } placed && placed.Span == new TextSpan(span.Start, replacement.Length);
    }
}
