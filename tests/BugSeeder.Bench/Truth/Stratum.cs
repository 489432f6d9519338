using BugSeeder.Code;
using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Bench.Truth;

/// <summary>Code of which a fast verdict could be wrong in a way of its own.</summary>
internal enum Stratum
{
    /// <summary>Runs once in a process: static constructors, and initialisers of static fields and properties.</summary>
    StaticInitialiser,

    /// <summary>Is copied into whoever uses it: constants, default values of parameters, enum values, arguments of attributes.</summary>
    Constant,

    /// <summary>Is compiled into a state machine: async methods, lambdas and local functions.</summary>
    Async,

    /// <summary>Is compiled into a state machine: whatever yields.</summary>
    Iterator,

    /// <summary>Stands in a generic method or type.</summary>
    Generic,

    /// <summary>Stands in a lambda, an anonymous method or a query.</summary>
    Lambda,

    /// <summary>Anything else.</summary>
    Plain,
}

/// <summary>Sorts edits by the code they stand in.</summary>
internal static class Strata
{
    /// <summary>The first stratum, in the order of the enum, that an edit belongs to.</summary>
    public static Stratum Of(TextEdit edit, TargetCode code, CancellationToken cancellationToken)
    {
        var tree = code.Products.FirstOrDefault(project => project.Trees.ContainsKey(edit.File))?.Trees[edit.File];
        return tree is null ? Stratum.Plain : Of(tree.GetRoot(cancellationToken).FindToken(edit.Start).Parent!);
    }

    /// <summary>The first stratum that a node belongs to.</summary>
    public static Stratum Of(SyntaxNode node)
    {
        var around = node.AncestorsAndSelf().ToList();
        if (around.Exists(IsStaticInitialiser))
            return Stratum.StaticInitialiser;
        if (around.Exists(IsConstant))
            return Stratum.Constant;
        var function = around.Find(IsFunction);
        if (function is not null && IsAsync(function))
            return Stratum.Async;
        if (function is not null && function.DescendantNodes(inner => inner == function || !IsFunction(inner)).OfType<YieldStatementSyntax>().Any())
            return Stratum.Iterator;
        if (around.Exists(IsGeneric))
            return Stratum.Generic;
        return around.Exists(outer => outer is AnonymousFunctionExpressionSyntax or QueryExpressionSyntax) ? Stratum.Lambda : Stratum.Plain;
    }

    private static bool IsStaticInitialiser(SyntaxNode node) => node switch
    {
        ConstructorDeclarationSyntax made => made.Modifiers.Any(SyntaxKind.StaticKeyword),
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.StaticKeyword),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    };

    private static bool IsConstant(SyntaxNode node) => node switch
    {
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        LocalDeclarationStatementSyntax local => local.IsConst,
        EqualsValueClauseSyntax { Parent: ParameterSyntax } or EnumMemberDeclarationSyntax or AttributeSyntax => true,
        _ => false,
    };

    private static bool IsFunction(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax;

    private static bool IsAsync(SyntaxNode function) => function switch
    {
        BaseMethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax anonymous => anonymous.Modifiers.Any(SyntaxKind.AsyncKeyword),
        _ => false,
    };

    private static bool IsGeneric(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.TypeParameterList is not null,
        LocalFunctionStatementSyntax local => local.TypeParameterList is not null,
        TypeDeclarationSyntax type => type.TypeParameterList is not null,
        _ => false,
    };
}
