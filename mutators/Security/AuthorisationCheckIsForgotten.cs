using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Security;

/// <summary>Anybody may do it.</summary>
internal sealed class AuthorisationCheckIsForgotten : Mutator<StatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "authorisation-check-is-forgotten",
        Mistake: "Nobody asks whether the caller may do this.",
        Class: BugClass.Omission,
        Before: "EnsureCanEdit(user); _text = user + text;",
        After: "_text = user + text;")
    {
        Repeats = true,
        Members = """private string _text = ""; public string Text => _text; public void EnsureCanEdit(string user) => Console.WriteLine(user); public bool CanEdit(string user) => user.Length > _text.Length; public string Last { get; set; } = "";""",
        Signature = "public void Edit(string user, string text)",
        Traits = [ProductionTrait.Security],
        LeavesAlone =
        [
            "EnsureNotEmpty(text); _text = text; void EnsureNotEmpty(string value) => Console.WriteLine(value);",
            "if (!text.StartsWith(user)) throw new InvalidOperationException(); _text = text;",
        ],
    };

    protected override IEnumerable<Slip> At(StatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (IsCheck(node, model) && Removal.Of(node) is { } gone)
            yield return gone;
    }

    private static bool IsCheck(StatementSyntax node, SemanticModel model) => node switch
    {
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => Invoked.Method(call, model) is { } method && Wording.DemandsARight(method.Name),
        IfStatementSyntax { Else: null } branch => Jumps.Single(branch.Statement) is ThrowStatementSyntax or ReturnStatementSyntax
            && branch.Condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => model.SymbolOf(name) is IMethodSymbol or IPropertySymbol && Wording.AnswersARight(name.Identifier.ValueText))
            && !Declared.Variables(branch.Condition) && !Nulls.Guards(branch.Condition, model) && !Declared.Awaits(branch),
        _ => false,
    };
}
