using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Code;

/// <summary>Where control goes.</summary>
internal static class Jumps
{
    /// <summary>Whether a branch is nothing but a jump: <c>return</c>, <c>throw</c>, <c>continue</c> or <c>break</c>.</summary>
    public static bool IsOnlyAJump(StatementSyntax branch) => Single(branch) is
        ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax or YieldStatementSyntax { Expression: null };

    /// <summary>The only statement of a branch, with or without braces.</summary>
    public static StatementSyntax? Single(StatementSyntax branch) =>
        branch is BlockSyntax block ? block.Statements.Count == 1 ? block.Statements[0] : null : branch;

    /// <summary>Whether the code after the statement can be reached through it.</summary>
    public static bool FallsThrough(StatementSyntax statement, SemanticModel model) =>
        model.AnalyzeControlFlow(statement) is { Succeeded: true, EndPointIsReachable: true };

    /// <summary>Whether the statement gives a first value to a variable from outside, so that later code may lack it.</summary>
    public static bool AssignsFirst(StatementSyntax statement, SemanticModel model) =>
        model.AnalyzeDataFlow(statement) is not { Succeeded: true } flow
        || flow.AlwaysAssigned.Except(flow.VariablesDeclared, SymbolEqualityComparer.Default)
            .Any(symbol => !flow.DefinitelyAssignedOnEntry.Contains(symbol!, SymbolEqualityComparer.Default));
}
