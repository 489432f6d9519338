using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Concurrency;

/// <summary>What is checked under the lock was read before it.</summary>
internal sealed class LockStartsTooLate : Mutator<LockStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "lock-starts-too-late",
        Mistake: "A value is read before the lock is taken, and decided on under it.",
        Class: BugClass.DotNetSemantics,
        Before: "lock (_gate) { var next = _last + 1; _last = next; return next; }",
        After: "var next = _last + 1; lock (_gate) { _last = next; return next; }")
    {
        Members = "private readonly object _gate = new(); private int _last;",
        Signature = "public int Next()",
        Traits = [ProductionTrait.Concurrency],
        LeavesAlone =
        [
            "lock (_gate) { _last++; return _last; }",
            "lock (_gate) { var next = 1; _last = next; return next; }",
        ],
    };

    protected override IEnumerable<Slip> At(LockStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is not { Statement: BlockSyntax { Statements: { Count: > 1 } statements } block, Parent: BlockSyntax } || block.ContainsDirectives)
            yield break;
        var reads = statements.TakeWhile(statement => statement is LocalDeclarationStatementSyntax).ToList();
        if (reads.Count == 0 || reads.Count == statements.Count || !reads.Exists(read => ReadsShared(read, model)))
            yield break;
        var moved = reads.Select(read => Indentation.Beside(read, node)).ToList();
        var between = Indentation.Between(node);
        if (!moved.Contains(null))
            yield return new([new(new(node.SpanStart, 0), string.Concat(moved.Select(read => read + between))), new(TextSpan.FromBounds(reads[0].SpanStart, statements[reads.Count].SpanStart), "")]);
    }

    /// <summary>Whether a statement reads a field, or calls a method of the same type, which may.</summary>
    private static bool ReadsShared(StatementSyntax statement, SemanticModel model) =>
        statement.DescendantNodes().OfType<IdentifierNameSyntax>().Select(name => model.SymbolOf(name))
            .Any(symbol => symbol is IFieldSymbol { IsReadOnly: false, IsConst: false }
                || (symbol is IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary } && symbol.DeclaredAccessibility == Accessibility.Private));
}
