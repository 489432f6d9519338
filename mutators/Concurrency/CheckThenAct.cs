using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Concurrency;

/// <summary>Between the check and the act, another thread acts.</summary>
internal sealed class CheckThenAct : Mutator<IfStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "check-then-act",
        Mistake: "A check and what follows from it are two steps, and another thread may come between.",
        Class: BugClass.DotNetSemantics,
        Before: "if (Interlocked.Exchange(ref _running, 1) == 1) return; Work();",
        After: "if (_running == 1) return; _running = 1; Work();")
    {
        Members = "private int _running; private void Work() => Volatile.Write(ref _running, 0); private readonly Dictionary<string, int> _plain = []; public int Count => _plain.Count;",
        Signature = "public void Run(string name)",
        Traits = [ProductionTrait.Concurrency],
        LeavesAlone =
        [
            "if (_running == 1) return; Work();",
            "if (!_plain.TryAdd(name, 1)) return; Work();",
        ],
    };

    protected override IEnumerable<Slip> At(IfStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Else is null && node.Parent is BlockSyntax && Jumps.IsOnlyAJump(node.Statement) && InTwoSteps(node.Condition, model) is var (check, act))
            yield return new([new(node.Condition.Span, check), new(new(node.Span.End, 0), Indentation.Behind(node) + act)]);
    }

    private static (string Check, string Act)? InTwoSteps(ExpressionSyntax condition, SemanticModel model) => condition switch
    {
        BinaryExpressionSyntax { Left: InvocationExpressionSyntax { ArgumentList.Arguments: [{ RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword, Expression: var field }, var value] } exchange } binary
            when Invoked.Method(exchange, model) is { Name: "Exchange" } method && method.ContainingType.Is("System.Threading.Interlocked") =>
            ($"{field} {binary.OperatorToken} {binary.Right}", $"{field} = {value};"),
        PrefixUnaryExpressionSyntax { Operand: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var map }, ArgumentList.Arguments: [var key, var added] } call }
            when Invoked.Method(call, model) is { Name: "TryAdd" } method && method.ContainingType.Is("System.Collections.Concurrent.ConcurrentDictionary`2") =>
            ($"{map}.ContainsKey({key})", $"{map}[{key}] = {added};"),
        _ => null,
    };
}
