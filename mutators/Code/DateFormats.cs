using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Code;

/// <summary>Recognises texts that say how a date or time reads.</summary>
internal static class DateFormats
{
    public static bool Is(LiteralExpressionSyntax node, SemanticModel model) =>
        node is { Token.Value: string, Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } }
        && Invoked.Method(call, model) is { Name: "ToString" or "ParseExact" or "TryParseExact" } method
        && (method.ContainingType.IsMoment() || method.ContainingType.Is("System.TimeOnly"));
}
