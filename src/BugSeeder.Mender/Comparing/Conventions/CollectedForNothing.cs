using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>What a method collects under a name that a clause speaks of is used by something.</summary>
internal sealed class CollectedForNothing : Convention
{
    private static readonly HashSet<string> Adding = new(StringComparer.Ordinal) { "Add", "AddRange", "Enqueue", "Push", "Append", "AddLast", "AddFirst" };

    public override ConventionCard Card { get; } = new(
        "Something is done with things that a method collects.",
        "The local that they are collected in is used for more than adding to it.",
        "## Coat rack\n\n- **R-1** A coat must be handed out when it is expired.",
        "class CoatRack { private readonly Queue<string> coats = new(); void Clear() { var expired = new List<string>(); while (coats.Count > 0) { expired.Add(coats.Dequeue()); } } void HandOut(IEnumerable<string> some) { foreach (var one in some) Console.WriteLine(one); } }",
        "class CoatRack { private readonly Queue<string> coats = new(); void Clear() { var expired = new List<string>(); while (coats.Count > 0) { expired.Add(coats.Dequeue()); } HandOut(expired); } void HandOut(IEnumerable<string> some) { foreach (var one in some) Console.WriteLine(one); } }")
    {
        LeftAlone = ["class CoatRack { int Clear() { var expired = new List<string>(); expired.Add(\"a\"); return expired.Count; } }"],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        if (!spec.Clauses.Any(clause => clause.IsTied))
            yield break;
        foreach (var local in code.All<VariableDeclaratorSyntax>().Where(local => local.Parent?.Parent is LocalDeclarationStatementSyntax { Parent: BlockSyntax }))
        {
            var block = (BlockSyntax)local.Parent!.Parent!.Parent!;
            var uses = block.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == local.Identifier.ValueText).ToList();
            if (uses.Count == 0 || !uses.TrueForAll(IsAddedTo) || code.ModelOf(local).GetDeclaredSymbol(local, code.CancellationToken) is not ILocalSymbol symbol)
                continue;
            var words = Wording.Of(local.Identifier.ValueText);
            if (spec.Clauses.FirstOrDefault(clause => Wording.Shared(words, Wording.Of(clause.Words)) > 0 && Links.TypesOf(clause, code).Contains(symbol.ContainingType, SymbolEqualityComparer.Default)) is not { } clause)
                continue;
            yield return code.At(local, this, clause, $"What is collected in '{symbol.Name}' is used for nothing.", [.. Calls(symbol, block, code)]);
        }
    }

    private static bool IsAddedTo(IdentifierNameSyntax name) => name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } } access && access.Expression == name && Adding.Contains(access.Name.Identifier.ValueText);

    /// <summary>A method of the type that takes such a collection and nothing else, at the end of the block or before its return.</summary>
    private static IEnumerable<IReadOnlyList<TextChange>> Calls(ILocalSymbol local, BlockSyntax block, ProductCode code)
    {
        var last = block.Statements[^1];
        var (line, text) = (last.SyntaxTree.GetText().Lines.GetLineFromPosition(last.SpanStart), last.SyntaxTree.GetText());
        var indent = text.ToString(TextSpan.FromBounds(line.Start, last.SpanStart));
        var between = string.IsNullOrWhiteSpace(indent) ? (text.ToString().Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n") + indent : " ";
        foreach (var method in local.ContainingType.GetMembers().OfType<IMethodSymbol>().Where(method => method is { MethodKind: MethodKind.Ordinary, ReturnsVoid: true, Parameters.Length: 1 }))
        {
            if (code.ModelOf(block).Compilation.ClassifyCommonConversion(local.Type, method.Parameters[0].Type).IsImplicit)
                yield return [last is ReturnStatementSyntax ? new TextChange(new TextSpan(last.SpanStart, 0), $"{method.Name}({local.Name});{between}") : new TextChange(new TextSpan(last.Span.End, 0), $"{between}{method.Name}({local.Name});")];
        }
    }
}
