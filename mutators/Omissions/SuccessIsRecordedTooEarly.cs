using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Omissions;

/// <summary>The log says that it was done, and then it fails.</summary>
internal sealed class SuccessIsRecordedTooEarly : Mutator<ExpressionStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "success-is-recorded-too-early",
        Mistake: "Something is recorded as done before it is done.",
        Class: BugClass.Omission,
        Before: """await Send(text); _log.Write("sent");""",
        After: """_log.Write("sent"); await Send(text);""")
    {
        Members = "public class Log { public void Write(string text) => Console.WriteLine(text); } private readonly Log _log = new(); private static Task Send(string text) => Task.Delay(text.Length);",
        Signature = "public async Task Run(string text)",
        Traits = [ProductionTrait.Observability],
        LeavesAlone =
        [
            """await Send(text); Console.WriteLine("sent");""",
            """var sent = Send(text); _log.Write("sent" + sent); await sent;""",
            """int.TryParse(text, out var number); _log.Write($"read {number}");""",
        ],
    };

    protected override IEnumerable<Slip> At(ExpressionStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Parent: BlockSyntax around, Expression: InvocationExpressionSyntax note } && Wording.IsNote(note, model)
            && around.Statements.IndexOf(node) is > 0 and var index && around.Statements[index - 1] is ExpressionStatementSyntax { Expression: AwaitExpressionSyntax or InvocationExpressionSyntax } work
            && !node.ContainsDirectives && !work.ContainsDirectives && !Declared.Variables(work)
            && !(work.Expression is InvocationExpressionSyntax other && Wording.IsNote(other, model)))
        {
            var between = node.SyntaxTree.GetText(cancellationToken).ToString(TextSpan.FromBounds(work.Span.End, node.SpanStart));
            if (between.Trim().Length == 0)
                yield return new(TextSpan.FromBounds(work.SpanStart, node.Span.End), $"{node}{between}{work}");
        }
    }
}
