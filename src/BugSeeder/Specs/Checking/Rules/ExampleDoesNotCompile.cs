using BugSeeder.Model.Specs;
using BugSeeder.Specs.Examples;

namespace BugSeeder.Specs.Checking.Rules;

/// <summary>An example does not compile against the product.</summary>
internal sealed class ExampleDoesNotCompile : SpecRule
{
    public override SpecRuleCard Card { get; } = new(
        Id: "example-does-not-compile",
        Wrong: "An example in C# does not compile against the product.",
        Why: "It shows an interface that there is not, so an assistant builds it, or changes the one that there is.",
        Remedy: "Write the example as the product has it, or mend the product.",
        Severity: FindingSeverity.Error,
        Bad: "# Money\n\n```csharp\nMoney.RoundUp(2.5m) // => 3m\n```\n",
        Good: "# Money\n\n```csharp\nMoney.Round(2.5m) // => 3m\n```\n")
    {
        NeedsTarget = true,
        Product = "public static class Money\n{\n    public static decimal Round(decimal amount) => System.Math.Round(amount, System.MidpointRounding.AwayFromZero);\n}\n",
        LeavesAlone = ["# Money\n\n```csharp\nvar total = Money.Whatever(2.5m);\n...\n```\n"],
    };

    public override IEnumerable<Flaw> In(CheckedSpec check) =>
        from clause in check.Spec.AllClauses
        where clause.Example is not null && check.Code!.Examples.GetValueOrDefault(clause.Id)?.Outcome == ExampleOutcome.DoesNotCompile
        select new Flaw(clause.Place, $"`{clause.Example!.Expression}` does not compile: {check.Code!.Examples[clause.Id].Text}");
}
