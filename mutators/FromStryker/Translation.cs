using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryker.Abstractions;
using StrykerKind = Stryker.Abstractions.Mutator;

namespace BugSeeder.Mutators.FromStryker;

/// <summary>One of Stryker's mutations as text edits.</summary>
/// <param name="Replacements">The edits, by position.</param>
/// <param name="Intended">What stands in the node's place afterwards; null when the node goes.</param>
internal sealed record Translation(IReadOnlyList<Replacement> Replacements, SyntaxNode? Intended)
{
    /// <summary>The edits, or null when the mutation would show that a tool made it.</summary>
    public static Translation? Of(Mutation mutation, SemanticModel model) => mutation.OriginalNode switch
    {
        BlockSyntax block => WithoutOwner(block, model),
        StatementSyntax statement => Without(statement, model),
        var original when IsNobodys(original) || IsPlainlyEmpty(mutation) || WouldWarn(original, mutation, model) => null,
        var node => Tells.Removed(mutation.ReplacementNode, node) is { } intended ? new(TokenDiff.Between(node, intended), intended) : null,
    };

    /// <summary>What a tool does and no person: an error without its message, a case for the empty text, a remainder taken for a product.</summary>
    private static bool IsNobodys(SyntaxNode original) => original switch
    {
        LiteralExpressionSyntax { Parent: ConstantPatternSyntax, Token.Value: string } => true,
        LiteralExpressionSyntax { Token.Value: string } or InterpolatedStringExpressionSyntax => original.Ancestors().TakeWhile(node => node is not StatementSyntax).Any(node => node is ThrowExpressionSyntax)
            || original.FirstAncestorOrSelf<StatementSyntax>() is ThrowStatementSyntax,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.ModuloExpression } => true,
        // A counter of a loop that runs the other way never ends; two bounds of a range that point the same way are no range.
        PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax when original.Parent is ForStatementSyntax loop && loop.Incrementors.Contains(original) => true,
        RelationalPatternSyntax { Parent: BinaryPatternSyntax } => true,
        // (0) and !(name != "") are what is left of more.
        ConditionalExpressionSyntax { Parent: ParenthesizedExpressionSyntax } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsNullOrEmpty" or "IsNullOrWhiteSpace" }, Parent: PrefixUnaryExpressionSyntax } => true,
        // Brackets over several lines are not written for nothing.
        CollectionExpressionSyntax or InitializerExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or StackAllocArrayCreationExpressionSyntax
            when original is StackAllocArrayCreationExpressionSyntax || original.ToString().Contains('\n', StringComparison.Ordinal) => true,
        _ => false,
    };

    /// <summary>An empty text that is put together with another, worked on, or handed over where a text was made: <c>name + ""</c>, <c>"".Trim()</c>.</summary>
    private static bool IsPlainlyEmpty(Mutation mutation) =>
        mutation.ReplacementNode is LiteralExpressionSyntax { Token.ValueText: "" } or InterpolatedStringExpressionSyntax { Contents.Count: 0 }
        && mutation.OriginalNode.Parent switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } => true,
            MemberAccessExpressionSyntax or InterpolationSyntax => true,
            ArgumentSyntax => mutation.OriginalNode is not LiteralExpressionSyntax,
            _ => false,
        };

    /// <summary>
    /// What compiles only beside Stryker's own switch around it, or draws a warning: an unproven null, a variable without a value, a loop
    /// that never runs, a pattern that always or never matches, a property that is named like a method of LINQ.
    /// </summary>
    private static bool WouldWarn(SyntaxNode original, Mutation mutation, SemanticModel model) => original switch
    {
        IsPatternExpressionSyntax pattern when Declared.Variables(pattern) || Nulls.Guards(pattern, model) => true,
        BinaryPatternSyntax pattern => pattern.ChildNodes().Any(node => node is ConstantPatternSyntax or RelationalPatternSyntax or UnaryPatternSyntax),
        RelationalPatternSyntax { Parent: SubpatternSyntax, Expression: LiteralExpressionSyntax { Token.Text: "0" } } => true,
        LiteralExpressionSyntax { Parent: WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or IfStatementSyntax } => true,
        MemberAccessExpressionSyntax or MemberBindingExpressionSyntax when mutation.Type == StrykerKind.Linq => model.SymbolOf(original) is not IMethodSymbol,
        PrefixUnaryExpressionSyntax or InvocationExpressionSyntax when Nulls.Guards((ExpressionSyntax)original, model) => true,
        ExpressionSyntax expression => Nulls.IsWatchedCheck(expression, model) || Nulls.BringsWatchedCheck(mutation.ReplacementNode, original, model),
        _ => false,
    };

    /// <summary>Stryker leaves an empty statement behind, which nobody writes: the whole statement goes instead.</summary>
    private static Translation? Without(StatementSyntax statement, SemanticModel model) =>
        Jumps.FallsThrough(statement, model) && Removal.Of(statement) is { } gone && Declared.LeavesNoLocalUnused(statement, model)
            ? new([gone], null)
            : null;

    /// <summary>
    /// Stryker leaves an empty block behind. What a person forgets is the whole branch or loop; a member without a body, or an empty
    /// <c>try</c>, is no slip at all.
    /// </summary>
    private static Translation? WithoutOwner(BlockSyntax block, SemanticModel model)
    {
        Replacement? gone = block.Parent switch
        {
            ElseClauseSyntax clause when !Jumps.AssignsFirst(block, model) && Jumps.FallsThrough(block, model) => Removal.Of(clause),
            IfStatementSyntax { Else: null } branch when !Declared.Variables(branch.Condition) && !Nulls.Guards(branch.Condition, model) => Removal.Of(branch),
            ForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax => Removal.Of((StatementSyntax)block.Parent),
            _ => null,
        };
        var owner = block.Parent!;
        if (gone is null || (owner is StatementSyntax statement && Jumps.AssignsFirst(statement, model)))
            return null;
        return Declared.LeavesNoLocalUnused(owner, model) ? new([gone.Value], null) : null;
    }
}
