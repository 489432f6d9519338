using BugSeeder.Mender.Repairing.Patterns;

namespace BugSeeder.Mender.Repairing;

/// <summary>The patterns, in the order of their priors.</summary>
internal static class FixCatalogue
{
    public static IReadOnlyList<FixPattern> All { get; } =
    [
        .. ((FixPattern[])[
            new ComparisonPattern(), new LiteralPattern(), new MemberPattern(), new ArithmeticPattern(), new LogicalPattern(), new VariablePattern(), new NegationPattern(), new ArgumentPattern(),
            new OffsetPattern(), new BranchPattern(), new CastPattern(), new GuardPattern(), new NullPattern(), new CallPattern(), new StatementPattern(), new ConditionPattern(), new ExpressionPattern(),
            new UsePattern(), new StepPattern(), new JumpPattern(), new SequencePattern(), new CasePattern(), new RangePattern(),
        ]).OrderByDescending(pattern => pattern.Prior),
    ];
}
