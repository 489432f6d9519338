using BugSeeder.Model.Specs;

namespace BugSeeder.Specs.Checking.Rules;

/// <summary>One identifier is given to two requirements.</summary>
internal sealed class DuplicateId : SpecRule
{
    public override SpecRuleCard Card { get; } = new(
        Id: "duplicate-id",
        Wrong: "One identifier is given to two requirements.",
        Why: "Whoever cites it cannot say which is meant.",
        Remedy: "Give the second requirement an identifier of its own.",
        Severity: FindingSeverity.Error,
        Bad: "# Orders\n\n- **ORD-1** An order must have a number.\n- **ORD-1** An order must have a date.\n",
        Good: "# Orders\n\n- **ORD-1** An order must have a number.\n- **ORD-2** An order must have a date.\n")
    {
        LeavesAlone = ["# Orders\n\n- **ORD-1** An order must have a number.\n- **ORD-2** A date as in ORD-1 must be given.\n"],
    };

    public override IEnumerable<Flaw> In(CheckedSpec check)
    {
        var first = new Dictionary<string, Clause>(StringComparer.Ordinal);
        foreach (var clause in check.Spec.AllClauses.Where(clause => clause.IsGiven))
        {
            var id = clause.Id.Split('#')[0];
            if (!first.TryAdd(id, clause))
                yield return new(clause.Place, $"{id} is the identifier of the requirement in line {first[id].Place.Line} already.");
        }
    }
}
