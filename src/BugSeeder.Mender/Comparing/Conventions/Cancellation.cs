using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>Whoever honours a cancellation token uses it, hands it on, and lets a cancellation out.</summary>
internal sealed partial class Cancellation : Convention
{
    public override ConventionCard Card { get; } = new(
        "Operations honour their cancellation token and end with OperationCanceledException.",
        "A token that a method is given is used in it and handed to every call that takes one; a cancellation that is caught by itself is thrown again.",
        "- **R-1** Every asynchronous operation must honour its `CancellationToken`.",
        "class Pump { async Task Run(CancellationToken cancellationToken) { await Task.Delay(5); await Task.Delay(6, cancellationToken); } }",
        "class Pump { async Task Run(CancellationToken cancellationToken) { await Task.Delay(5, cancellationToken); await Task.Delay(6, cancellationToken); } }")
    {
        LeftAlone = ["class Pump { async Task Run(CancellationToken cancellationToken) { try { await Task.Delay(5, cancellationToken); } catch (OperationCanceledException) { Console.WriteLine(); throw; } } void Stop() { } }"],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        if (spec.Clauses.FirstOrDefault(clause => Honoured().IsMatch(clause.Text)) is not { } clause)
            yield break;
        foreach (var method in code.All<MethodDeclarationSyntax>())
        {
            if (method.Body is null && method.ExpressionBody is null || Token(method, code) is not { } token)
                continue;
            SyntaxNode body = (SyntaxNode?)method.Body ?? method.ExpressionBody!;
            foreach (var call in body.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax).OfType<InvocationExpressionSyntax>().Where(call => Forgets(call, code)))
                yield return code.At(call, this, clause, $"'{call}' is not given the cancellation token.", [call.ArgumentList.Arguments.Count == 0 ? new TextChange(new TextSpan(call.ArgumentList.OpenParenToken.Span.End, 0), token) : new TextChange(new TextSpan(call.ArgumentList.CloseParenToken.SpanStart, 0), $", {token}")]);
            foreach (var swallowed in body.DescendantNodes().OfType<CatchClauseSyntax>().Where(each => each.Declaration?.Type.ToString().Split('.')[^1] is "OperationCanceledException" or "TaskCanceledException" && each.Filter is null && IsSilent(each)))
                yield return code.At(swallowed, this, clause, "It catches a cancellation and does not throw it again.", [.. Thrown(swallowed)]);
        }
    }

    private static string? Token(MethodDeclarationSyntax method, ProductCode code) => code.ModelOf(method).GetDeclaredSymbol(method, code.CancellationToken)?.Parameters.FirstOrDefault(parameter => IsToken(parameter.Type))?.Name;

    private static bool IsToken(ITypeSymbol type) => type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" };

    /// <summary>A call that could take a token and does not: the method, or an overload with the same parameters before it, has one.</summary>
    private static bool Forgets(InvocationExpressionSyntax call, ProductCode code)
    {
        if (code.SymbolOf(call) is not IMethodSymbol method || call.ArgumentList.Arguments.Any(argument => code.TypeOf(argument.Expression) is { } type && IsToken(type)) || call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" })
            return false;
        if (method.Parameters.Any(parameter => IsToken(parameter.Type)))
            return method.Parameters[^1] is { IsOptional: true } && call.ArgumentList.Arguments.Count == method.Parameters.Length - 1;
        return method.Parameters.Length == call.ArgumentList.Arguments.Count && method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other => other.Parameters.Length == method.Parameters.Length + 1 && other.IsStatic == method.IsStatic && other.Arity == method.Arity && IsToken(other.Parameters[^1].Type)
            && other.Parameters.SkipLast(1).Zip(method.Parameters).All(pair => SymbolEqualityComparer.Default.Equals(pair.First.Type, pair.Second.Type)));
    }

    /// <summary>Nothing in it throws, or tells a task that it was cancelled.</summary>
    private static bool IsSilent(CatchClauseSyntax caught) => !caught.Block.DescendantNodes().Any(node => node is ThrowStatementSyntax or ThrowExpressionSyntax || node.ToString().Contains("Cancel", StringComparison.Ordinal)) && !caught.Block.Statements.All(statement => statement is BreakStatementSyntax or ContinueStatementSyntax) && caught.Block.Statements.Count > 0;

    private static IEnumerable<IReadOnlyList<TextChange>> Thrown(CatchClauseSyntax caught)
    {
        if (caught.Block.Statements is [ReturnStatementSyntax only])
            yield return [new TextChange(only.Span, "throw;")];
    }

    [GeneratedRegex(@"\bhonou?rs?\b[^.;]{0,30}\b(`?CancellationToken`?|cancell?ation)|\bend with `?OperationCanceledException", RegexOptions.IgnoreCase)]
    private static partial Regex Honoured();
}
