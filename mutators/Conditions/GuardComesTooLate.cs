using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Conditions;

/// <summary>A guard stands one statement too low.</summary>
internal sealed class GuardComesTooLate : Mutator<IfStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "guard-comes-too-late",
        Mistake: "Something is done before the guard that should have prevented it.",
        Class: BugClass.Condition,
        Before: "if (closed) return; _sent++;",
        After: "_sent++; if (closed) return;")
    {
        Members = "private int _sent; public int Sent => _sent;",
        Signature = "public void Send(bool closed)",
        LeavesAlone =
        [
            "if (closed) { _sent--; } _sent++;",
            "if (closed) return; else _sent--; _sent++;",
        ],
    };

    protected override IEnumerable<Slip> At(IfStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Else is null
            && Jumps.IsOnlyAJump(node.Statement)
            && node.Parent is BlockSyntax block
            && block.Statements.ElementAtOrDefault(block.Statements.IndexOf(node) + 1) is ExpressionStatementSyntax next
            && !node.ContainsDirectives && !next.ContainsDirectives
            && !Declared.Variables(node.Condition) && !Nulls.Guards(node.Condition, model))
        {
            var text = node.SyntaxTree.GetText(cancellationToken);
            var between = text.ToString(TextSpan.FromBounds(node.Span.End, next.SpanStart));
            // The guard keeps the blank line behind it.
            var behind = block.Statements.ElementAtOrDefault(block.Statements.IndexOf(next) + 1) is { } following && IsBlankLine(between)
                && !IsBlankLine(text.ToString(TextSpan.FromBounds(next.Span.End, following.SpanStart)));
            yield return new(TextSpan.FromBounds(node.SpanStart, next.Span.End), $"{next}{between}{node}{(behind ? between[..(between.IndexOf('\n', StringComparison.Ordinal) + 1)] : "")}");
        }
    }

    private static bool IsBlankLine(string between) => between.Count(letter => letter == '\n') > 1;
}
