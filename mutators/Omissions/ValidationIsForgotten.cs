using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>A check that refuses bad input is missing.</summary>
internal sealed class ValidationIsForgotten : Mutator<StatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "validation-is-forgotten",
        Mistake: "Input that should be refused is worked with.",
        Class: BugClass.Omission,
        Before: "if (amount < 0) throw new ArgumentOutOfRangeException(nameof(amount)); _sum += amount;",
        After: "_sum += amount;")
    {
        Repeats = true,
        Members = "private decimal _sum; public decimal Sum => _sum;",
        Signature = "public void Add(decimal amount, string? name)",
        Traits = [ProductionTrait.Security],
        LeavesAlone =
        [
            "if (name == null) throw new ArgumentNullException(nameof(name)); Console.WriteLine(name.Length);",
            "throw new InvalidOperationException();",
        ],
    };

    protected override IEnumerable<Slip> At(StatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (IsCheck(node, model) && Removal.Of(node) is { } gone && Declared.LeavesNoLocalUnused(node, model))
            yield return gone;
    }

    private static bool IsCheck(StatementSyntax node, SemanticModel model) => node switch
    {
        IfStatementSyntax { Else: null } branch => Jumps.Single(branch.Statement) is ThrowStatementSyntax
            && !Declared.Variables(branch.Condition) && !Nulls.Guards(branch.Condition, model) && !Declared.Awaits(branch),
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => Invoked.Name(call) is { } name
            && name.ValueText.StartsWith("ThrowIf", StringComparison.Ordinal) && name.ValueText is not ("ThrowIfNull" or "ThrowIfCancellationRequested")
            && call.ArgumentList.Arguments.All(argument => model.TypeOf(argument.Expression) is not { NullableAnnotation: NullableAnnotation.Annotated }),
        _ => false,
    };
}
