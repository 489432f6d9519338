using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>What is closed on every path is opened in a using, or closed in a finally block.</summary>
internal sealed partial class ClosedOnEveryPath : Convention
{
    public override ConventionCard Card { get; } = new(
        "Readers and writers are closed on every path, also after a failure.",
        "A local that holds what was opened, and is not handed out, is declared with using or disposed of in a finally block.",
        "- **R-1** Readers must be closed on every path.",
        "class Loader { string Load(Func<TextReader> open) { var reader = open(); var text = reader.ReadToEnd(); reader.Dispose(); return text; } }",
        "class Loader { string Load(Func<TextReader> open) { using var reader = open(); var text = reader.ReadToEnd(); return text; } }")
    {
        LeftAlone =
        [
            "class Loader { TextReader Load(Func<TextReader> open) { var reader = open(); reader.Read(); return reader; } }",
            "class Loader { void Load(Func<TextReader> open) { var reader = open(); try { reader.Read(); } finally { reader.Dispose(); } } }",
        ],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        if (spec.Clauses.FirstOrDefault(clause => Words().IsMatch(clause.Words)) is not { } clause)
            yield break;
        foreach (var declared in code.All<LocalDeclarationStatementSyntax>().Where(declared => declared.UsingKeyword.RawKind == 0 && declared is { Declaration.Variables: [{ Initializer.Value: InvocationExpressionSyntax or ObjectCreationExpressionSyntax or AwaitExpressionSyntax }], Parent: BlockSyntax }))
        {
            var variable = declared.Declaration.Variables[0];
            if (code.ModelOf(declared).GetDeclaredSymbol(variable, code.CancellationToken) is not ILocalSymbol local || !IsStream(local.Type))
                continue;
            var uses = ((BlockSyntax)declared.Parent!).DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == local.Name).ToList();
            // What is handed to something else, returned, kept or closed at the end of all paths is somebody's to close.
            if (uses.Exists(name => name.Parent is not MemberAccessExpressionSyntax access || access.Expression != name || name.Ancestors().Any(node => node is FinallyClauseSyntax or UsingStatementSyntax { Expression: not null })))
                continue;
            yield return code.At(declared, this, clause, $"'{local.Name}' stays open where something is thrown.", [new TextChange(new TextSpan(declared.SpanStart, 0), "using ")]);
        }
    }

    private static bool IsStream(ITypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at is { Name: "TextReader" or "TextWriter" or "Stream" or "BinaryReader" or "BinaryWriter", ContainingNamespace.Name: "IO" })
                return at.SpecialType == SpecialType.None && type.Name is not ("StringWriter" or "StringReader" or "MemoryStream");
        }

        return false;
    }

    [GeneratedRegex(@"\b(closed|disposed( of)?)\b[^.;]*\b(every path|whatever happens|(any|a) failure|also when)\b|\b(stream|reader|writer|file)s?\b[^.;]*\bclosed (at|when)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
