using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>What is raised outside of a lock is not raised in one, nor by a method that is called in one.</summary>
internal sealed partial class OutsideOfLock : Convention
{
    private const int Depth = 3;

    public override ConventionCard Card { get; } = new(
        "An event is raised outside of the lock.",
        "No statement in a lock raises an event, itself or by a method of its type.",
        "- **R-1** `Changed` must be raised outside of the lock.",
        "class Stock { private readonly object gate = new(); private int count; public event EventHandler? Changed; public void Add() { lock (gate) { count++; Tell(); } } private void Tell() => Changed?.Invoke(this, EventArgs.Empty); }",
        "class Stock { private readonly object gate = new(); private int count; public event EventHandler? Changed; public void Add() { lock (gate) { count++; } Tell(); } private void Tell() => Changed?.Invoke(this, EventArgs.Empty); }")
    {
        LeftAlone = ["class Stock { private readonly object gate = new(); private Action? later; public event EventHandler? Changed; public void Add() { lock (gate) { later = () => Changed?.Invoke(this, EventArgs.Empty); } later(); } }"],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        foreach (var clause in spec.Clauses.Where(clause => Words().IsMatch(clause.Words)))
        {
            foreach (var locked in code.All<LockStatementSyntax>())
            {
                foreach (var call in CallsIn(locked.Statement).Where(call => Raises(call, code, clause, 0)))
                    yield return code.At(call, this, clause, $"'{call}' raises an event in a lock.", [.. Moves(call, locked)]);
            }
        }
    }

    private static IEnumerable<InvocationExpressionSyntax> CallsIn(SyntaxNode node) => node.DescendantNodes(inner => inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<InvocationExpressionSyntax>();

    private static bool Raises(InvocationExpressionSyntax call, ProductCode code, StatedClause clause, int depth)
    {
        var target = call.Expression is MemberBindingExpressionSyntax && call.Parent is ConditionalAccessExpressionSyntax conditional ? conditional.Expression
            : call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" } access ? access.Expression : call.Expression;
        if (code.SymbolOf(target) is IEventSymbol raised)
            return IsMeant(raised, clause, code);
        return depth < Depth && code.SymbolOf(call) is IMethodSymbol method && code.DeclarationsOf(method).FirstOrDefault() is { } declaration
            && call.Expression is IdentifierNameSyntax
            && CallsIn(declaration).Any(inner => Raises(inner, code, clause, depth + 1));
    }

    /// <summary>A clause that names events is about those.</summary>
    private static bool IsMeant(IEventSymbol raised, StatedClause clause, ProductCode code) =>
        clause.Code.Contains(raised.Name, StringComparer.Ordinal) || !clause.Code.Any(name => code.Types.Any(type => type.GetMembers(name).Any(member => member is IEventSymbol)));

    /// <summary>The statement behind the lock.</summary>
    private static IEnumerable<IReadOnlyList<TextChange>> Moves(InvocationExpressionSyntax call, LockStatementSyntax locked)
    {
        if (call.AncestorsAndSelf().OfType<StatementSyntax>().First() is not ExpressionStatementSyntax { Parent: BlockSyntax block } statement || block != locked.Statement || block.Statements.Count < 2)
            yield break;
        var text = statement.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(locked.SpanStart);
        var indent = text.ToString(TextSpan.FromBounds(line.Start, locked.SpanStart));
        yield return [new TextChange(statement.FullSpan, ""), new TextChange(new TextSpan(locked.Span.End, 0), $"{(text.ToString().Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n")}{(string.IsNullOrWhiteSpace(indent) ? indent : "")}{statement}")];
    }

    [GeneratedRegex(@"\boutside( of)? (the |a |any |its |of )?((\w+'s|internal) )?locks?\b|\b(no|not|never)\b[^.;]{0,40}\b(under|inside|in|holding|within) (a|the|its|any) lock\b", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
