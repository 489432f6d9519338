using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Time;

/// <summary>Minutes are taken for hours.</summary>
internal sealed class DurationIsInAnotherUnit : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "duration-is-in-another-unit",
        Mistake: "A length of time is made from a number of another unit.",
        Class: BugClass.WrongCall,
        Before: "return TimeSpan.FromHours(length);",
        After: "return TimeSpan.FromMinutes(length);")
    {
        Signature = "public static TimeSpan Wait(int length)",
        Traits = [ProductionTrait.Time],
        LeavesAlone =
        [
            "return TimeSpan.FromTicks(length);",
            "return new GregorianCalendar().AddHours(DateTime.MinValue, length).TimeOfDay;",
        ],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.Method(node, model) is { } method && Invoked.Name(node) is { } name && Other(method.Name) is { } other
            && (method.ContainingType.Is("System.TimeSpan") || method.ContainingType.IsMoment() || method.ContainingType.Is("System.TimeOnly")))
            yield return new(name.Span, other);
    }

    private static string? Other(string method) => method switch
    {
        "FromHours" => "FromMinutes",
        "FromMinutes" => "FromSeconds",
        "FromSeconds" => "FromMilliseconds",
        "FromMilliseconds" => "FromSeconds",
        "FromDays" => "FromHours",
        "AddHours" => "AddMinutes",
        "AddMinutes" => "AddSeconds",
        "AddSeconds" => "AddMilliseconds",
        "AddMonths" => "AddDays",
        "AddYears" => "AddMonths",
        _ => null,
    };
}
