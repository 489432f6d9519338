using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Exceptions;

/// <summary>An error is of a kind that nobody expects.</summary>
internal sealed class ExceptionIsOfAnotherType : Mutator<ObjectCreationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "exception-is-of-another-type",
        Mistake: "An exception of a related type is thrown.",
        Class: BugClass.Exception,
        Before: """throw new InvalidOperationException("closed");""",
        After: """throw new ArgumentException("closed");""")
    {
        Signature = "public void Run()",
        LeavesAlone =
        [
            """throw new IOException("closed");""",
            """Console.WriteLine(new InvalidOperationException("closed"));""",
        ],
    };

    protected override IEnumerable<Slip> At(ObjectCreationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Parent: ThrowStatementSyntax or ThrowExpressionSyntax, Type: IdentifierNameSyntax type }
            && Other(type.Identifier.ValueText) is { } other
            && model.LookupNamespacesAndTypes(node.SpanStart, name: other).Length == 1)
            yield return new(type.Span, other);
    }

    private static string? Other(string type) => type switch
    {
        "ArgumentNullException" or "ArgumentOutOfRangeException" or "FormatException" or "InvalidOperationException" => "ArgumentException",
        "ArgumentException" or "KeyNotFoundException" or "NotSupportedException" or "ObjectDisposedException" => "InvalidOperationException",
        "OverflowException" => "ArithmeticException",
        "TimeoutException" or "OperationCanceledException" => "InvalidOperationException",
        _ => null,
    };
}
