using BugSeeder.Code;
using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Proving;

/// <summary>
/// Finds what edits leave behind that nobody uses any more: a parameter, a local variable or a private member. The compiler says nothing of most of these,
/// and every editor greys them out.
/// </summary>
internal static class Leftovers
{
    /// <summary>What is left unused, in words; null when nothing is.</summary>
    /// <param name="before">The project as it is.</param>
    /// <param name="after">The project with the edits made.</param>
    /// <param name="edits">The edits of one file.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static string? Find(ProjectCode before, ProjectCode after, IReadOnlyList<TextEdit> edits, CancellationToken cancellationToken)
    {
        var path = edits[0].File;
        var root = before.Trees[path].GetRoot(cancellationToken);
        var model = before.Compilation.GetSemanticModel(before.Trees[path]);
        var used = edits.SelectMany(edit => root.DescendantTokens(new TextSpan(edit.Start, edit.Original.Length)))
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is SimpleNameSyntax)
            .DistinctBy(token => token.ValueText)
            .Select(token => (token.ValueText, Symbol: model.GetSymbolInfo(token.Parent!, cancellationToken).Symbol, token.Parent));
        foreach (var (name, symbol, node) in used)
        {
            if (symbol is IParameterSymbol or ILocalSymbol && node!.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
                && IsLeft(name, Now(member, edits, after.Trees[path].GetRoot(cancellationToken))))
                return $"it leaves the {(symbol is IParameterSymbol ? "parameter" : "variable")} '{name}' unused";
            if (symbol is IFieldSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol && symbol is { DeclaredAccessibility: Accessibility.Private, IsImplicitlyDeclared: false }
                && symbol.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree.FilePath).Distinct().Select(after.Trees.GetValueOrDefault).ToList() is var trees
                && trees.TrueForAll(tree => tree is not null && !IsUsed(name, tree.GetRoot(cancellationToken))) && trees.Exists(tree => IsLeft(name, tree!.GetRoot(cancellationToken))))
                return $"it leaves the private member '{name}' unused";
        }

        return null;
    }

    /// <summary>Its declaration is still there, and nothing else has this name.</summary>
    private static bool IsLeft(string name, SyntaxNode scope) =>
        scope.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name) && !IsUsed(name, scope);

    /// <summary>A name that something else has too counts as used.</summary>
    private static bool IsUsed(string name, SyntaxNode scope) =>
        scope.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Parent is SimpleNameSyntax);

    /// <summary>The same member after the edits; the whole file where an edit takes the member's start, since what stands there then is another.</summary>
    private static SyntaxNode Now(MemberDeclarationSyntax member, IReadOnlyList<TextEdit> edits, SyntaxNode root)
    {
        if (edits.Any(edit => edit.Start <= member.SpanStart && edit.Start + edit.Original.Length > member.SpanStart))
            return root;
        var start = member.SpanStart + edits.Where(edit => edit.Start + edit.Original.Length <= member.SpanStart).Sum(edit => edit.Replacement.Length - edit.Original.Length);
        return root.FindToken(start).Parent?.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault(other => other.SpanStart == start && other.RawKind == member.RawKind) ?? root;
    }
}
