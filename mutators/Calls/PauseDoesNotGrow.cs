using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Calls;

/// <summary>A busy service is asked again and again at once.</summary>
internal sealed class PauseDoesNotGrow : Mutator<ArgumentSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "pause-does-not-grow",
        Mistake: "Every pause between attempts is as long as the first.",
        Class: BugClass.WrongCall,
        Before: "for (var attempt = 1; attempt < 9; attempt++) Wait(DelayAfter(attempt));",
        After: "for (var attempt = 1; attempt < 9; attempt++) Wait(DelayAfter(1));")
    {
        Members = "private static int DelayAfter(int attempt) => 1 << attempt; private static void Wait(int delay) => Console.WriteLine(delay);",
        Signature = "public void Run()",
        Traits = [ProductionTrait.FailureHandling],
        LeavesAlone =
        [
            "for (var attempt = 1; attempt < 9; attempt++) Wait(attempt);",
            "var longest = 5; for (var attempt = 1; attempt < 9; attempt++) Wait(DelayAfter(longest));",
            "for (var pause = TimeSpan.FromSeconds(1); pause.TotalMinutes < 1; pause *= 2) Task.Delay(pause).Wait();",
        ],
    };

    protected override IEnumerable<Slip> At(ArgumentSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Expression: IdentifierNameSyntax counter, Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } }
            && Invoked.Method(call, model) is { } method && Wording.Has(method.Name, ["Delay", "Backoff", "Pause"])
            && model.TypeOf(counter).IsWhole()
            && node.FirstAncestorOrSelf<ForStatementSyntax>() is { Declaration.Variables: [{ Initializer.Value: var first } variable] }
            && variable.Identifier.ValueText == counter.Identifier.ValueText)
            yield return new(counter.Span, first.ToString());
    }
}
