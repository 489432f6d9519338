using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>Another member of the same type in the place of one: a field, property, constant or enum member of the same type, or a method that takes and gives the same.</summary>
internal sealed partial class MemberPattern : FixPattern
{
    private static readonly SymbolDisplayFormat Plain = SymbolDisplayFormat.CSharpErrorMessageFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly string[][] Families =
    [
        ["First", "Last", "FirstOrDefault", "LastOrDefault", "Single", "SingleOrDefault"], ["Any", "All"], ["Min", "Max"], ["MinBy", "MaxBy"], ["Take", "Skip"], ["TakeWhile", "SkipWhile"],
        ["OrderBy", "OrderByDescending"], ["ThenBy", "ThenByDescending"], ["Floor", "Ceiling", "Round", "Truncate"], ["StartsWith", "EndsWith", "Contains"], ["IndexOf", "LastIndexOf"],
        ["ToUpperInvariant", "ToLowerInvariant"], ["ToUpper", "ToLower"], ["Trim", "TrimStart", "TrimEnd"], ["PadLeft", "PadRight"], ["Now", "UtcNow"], ["AddDays", "AddMonths", "AddYears"],
        ["AddSeconds", "AddMinutes", "AddHours", "AddMilliseconds"], ["FromSeconds", "FromMinutes", "FromHours", "FromMilliseconds", "FromDays"], ["Union", "Concat", "Intersect", "Except"],
        ["IsNullOrEmpty", "IsNullOrWhiteSpace"], ["IsDigit", "IsAsciiDigit", "IsLetter", "IsAsciiLetter", "IsLetterOrDigit"], ["Ordinal", "OrdinalIgnoreCase"], ["CurrentCulture", "InvariantCulture", "Ordinal"], ["CurrentCultureIgnoreCase", "InvariantCultureIgnoreCase", "OrdinalIgnoreCase"],
        ["AwayFromZero", "ToEven"], ["Utc", "Local", "Unspecified"], ["Write", "WriteLine"], ["WriteAsync", "WriteLineAsync"], ["Append", "AppendLine"], ["OrderBy", "ThenBy"], ["OrderByDescending", "ThenByDescending"],
        ["AddLast", "AddFirst"], ["RemoveLast", "RemoveFirst"], ["Date", "DateTime"], ["Days", "TotalDays"], ["Hours", "TotalHours"], ["Minutes", "TotalMinutes"], ["Seconds", "TotalSeconds"], ["Milliseconds", "TotalMilliseconds"],
        ["TotalDays", "TotalHours", "TotalMinutes", "TotalSeconds", "TotalMilliseconds", "TotalMicroseconds"], ["Days", "Hours", "Minutes", "Seconds", "Milliseconds"],
    ];

    public override double Prior => 0.85;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        var name = node switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            IdentifierNameSyntax { Parent: InvocationExpressionSyntax } called => called,
            _ => null,
        };
        return name is null ? [] : context.SymbolOf(name) switch
        {
            IMethodSymbol method when node.Parent is InvocationExpressionSyntax => Methods(name, method, context),
            IFieldSymbol field => Values(name, field, field.Type, context),
            IPropertySymbol property => Values(name, property, property.Type, context),
            _ => [],
        };
    }

    private static IEnumerable<Fix> Values(SimpleNameSyntax name, ISymbol member, ITypeSymbol type, FixContext context) => member.ContainingType.GetMembers()
        .Where(other => other.Name != member.Name && other.IsStatic == member.IsStatic && other.CanBeReferencedByName && !other.IsImplicitlyDeclared && context.Model.IsAccessible(name.SpanStart, other)
            && other switch { IFieldSymbol field => SymbolEqualityComparer.Default.Equals(field.Type, type), IPropertySymbol { IsIndexer: false } property => SymbolEqualityComparer.Default.Equals(property.Type, type), _ => false })
        .Select(other => Fix.Replace(name.Identifier, other.Name, AreKin(member.Name, other.Name) || IsStated(other, context) ? 1 : Alike(member.Name, other.Name, 0.6)));

    /// <summary>Whether what is departed from gives or takes it by name: a constant or a member of an enum that it names may well be the one that the code should have.</summary>
    private static bool IsStated(ISymbol member, FixContext context) => member is IFieldSymbol { HasConstantValue: true } && context.Facts.Names.Contains(member.Name);

    private static IEnumerable<Fix> Methods(SimpleNameSyntax name, IMethodSymbol called, FixContext context)
    {
        var method = (called.ReducedFrom ?? called).OriginalDefinition;
        return method.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .Where(other => other.Name != method.Name && context.Model.IsAccessible(name.SpanStart, other) && other is { MethodKind: MethodKind.Ordinary } && other.IsStatic == method.IsStatic && other.Arity == method.Arity && other.Parameters.Length == method.Parameters.Length && (AreKin(method.Name, other.Name) || IsAlike(method, other)))
            .Select(other => other.Name).Distinct(StringComparer.Ordinal)
            .Select(other => Fix.Replace(name.Identifier, other, AreKin(method.Name, other) ? 1 : Alike(method.Name, other, 0.4)));
    }

    /// <summary>Whether two methods take and give the same, their own type parameters counted as equal.</summary>
    private static bool IsAlike(IMethodSymbol one, IMethodSymbol other) =>
        one.ReturnType.ToDisplayString(Plain) == other.ReturnType.ToDisplayString(Plain)
        && one.Parameters.Zip(other.Parameters).All(pair => pair.First.RefKind == pair.Second.RefKind && pair.First.Type.ToDisplayString(Plain) == pair.Second.Type.ToDisplayString(Plain));

    /// <summary>Names with words in common are mistaken for each other more often (ELIXIR; Saha et al. 2017).</summary>
    private static double Alike(string one, string other, double least)
    {
        var (mine, others) = (Words(one), Words(other));
        return least + ((0.9 - least) * mine.Intersect(others, StringComparer.OrdinalIgnoreCase).Count() / Math.Max(1, Math.Max(mine.Count, others.Count)));
    }

    private static List<string> Words(string name) => [.. CamelWord().Matches(name).Select(match => match.Value)];

    [GeneratedRegex("[A-Z]?[a-z0-9]+|[A-Z]+")]
    private static partial Regex CamelWord();

    private static bool AreKin(string one, string other) => Families.Any(family => family.Contains(one) && family.Contains(other));
}
