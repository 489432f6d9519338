using System.Globalization;
using System.Text;
using BugSeeder.Execution.Builds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Preparing;

/// <summary>Finds the rows of a data-driven test that some of its identities name.</summary>
internal static class TestRows
{
    private static readonly HashSet<string> RowAttributes = new(StringComparer.Ordinal)
    {
        "Xunit.InlineDataAttribute", "NUnit.Framework.TestCaseAttribute", "Microsoft.VisualStudio.TestTools.UnitTesting.DataRowAttribute", "TUnit.Core.ArgumentsAttribute",
    };

    /// <summary>The rows to cut; <see langword="null"/> when the whole method has to go, because it has no rows, all of them are named, or one cannot be told from another.</summary>
    public static IReadOnlyList<SourceSpan>? Matching(MethodDeclarationSyntax method, SemanticModel model, IReadOnlyList<string> tests, CancellationToken cancellationToken)
    {
        var symbol = model.GetDeclaredSymbol(method, cancellationToken);
        var rows = symbol?.GetAttributes()
            .Where(attribute => RowAttributes.Contains(attribute.AttributeClass?.ToDisplayString() ?? "") && attribute.ApplicationSyntaxReference?.SyntaxTree == method.SyntaxTree)
            .ToList() ?? [];
        // Rows from elsewhere (MemberData, TestCaseSource) cannot be cut one by one.
        if (rows.Count < 2 || symbol!.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "MemberDataAttribute" or "ClassDataAttribute" or "TestCaseSourceAttribute" or "DynamicDataAttribute" or "ValueSourceAttribute"))
            return null;
        var named = tests.Select(test => RowsOf(test, rows)).ToList();
        var chosen = named.Where(found => found.Count == 1).Select(found => found[0]).Distinct().ToList();
        if (named.Exists(found => found.Count != 1) || chosen.Count == rows.Count)
            return null;
        return [.. chosen.Select(row => SourceSpan.Of((AttributeSyntax)row.ApplicationSyntaxReference!.GetSyntax(cancellationToken)))];
    }

    private static List<AttributeData> RowsOf(string test, List<AttributeData> rows)
    {
        var (_, type, method) = TestName.Parts(test);
        var at = test.IndexOf($"{type}.{method}", StringComparison.Ordinal) + type.Length + method.Length + 1;
        var shown = Plain(test[at..].Trim());
        return rows.FindAll(row => ArgumentsOf(row) is { } arguments && Matches(shown, arguments));
    }

    /// <summary>What is shown is <c>(a: 1, b: "x")</c> or <c>(1,"x")</c>, by framework; long strings are cut.</summary>
    private static bool Matches(string shown, IReadOnlyList<string> arguments)
    {
        if (!shown.StartsWith('(') || !shown.EndsWith(')'))
            return false;
        var rest = shown[1..^1];
        foreach (var (argument, index) in arguments.Select((argument, index) => (argument, index)))
        {
            var at = Position(rest, argument, index > 0);
            if (at < 0)
                return false;
            rest = rest[at..];
        }

        return rest.Length == 0;
    }

    /// <summary>Where the text behind the next argument starts: behind a comma and a parameter's name, which only some frameworks show.</summary>
    private static int Position(string rest, string argument, bool hasComma)
    {
        var at = 0;
        if (hasComma)
        {
            if (!rest.StartsWith(','))
                return -1;
            at = 1;
        }

        if (rest.AsSpan(at).StartsWith(argument, StringComparison.Ordinal) && IsBoundary(rest, at + argument.Length))
            return at + argument.Length;
        var name = at;
        while (name < rest.Length && (char.IsLetterOrDigit(rest[name]) || rest[name] == '_'))
            name++;
        return name > at && name < rest.Length && rest[name] == ':' && rest.AsSpan(name + 1).StartsWith(argument, StringComparison.Ordinal) && IsBoundary(rest, name + 1 + argument.Length)
            ? name + 1 + argument.Length
            : -1;
    }

    private static bool IsBoundary(string text, int position) => position >= text.Length || text[position] == ',';

    private static List<string>? ArgumentsOf(AttributeData row)
    {
        var constants = row.ConstructorArguments.SelectMany(constant => constant.Kind == TypedConstantKind.Array && !constant.IsNull ? constant.Values.AsEnumerable() : [constant]).ToList();
        return constants.Exists(constant => constant.Kind is TypedConstantKind.Array or TypedConstantKind.Error)
            ? null
            : [.. constants.Select(constant => Plain(Text(constant)))];
    }

    private static string Text(TypedConstant constant) => constant switch
    {
        { IsNull: true } => "null",
        { Kind: TypedConstantKind.Enum } => constant.ToCSharpString().Split('.')[^1],
        { Kind: TypedConstantKind.Type } => $"typeof({((ITypeSymbol)constant.Value!).ToDisplayString()})",
        { Value: bool value } => value ? "True" : "False",
        { Value: IFormattable value } => value.ToString(null, CultureInfo.InvariantCulture),
        _ => constant.Value?.ToString() ?? "null",
    };

    /// <summary>Without white space, quotes, escapes and suffixes, in which frameworks differ.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter) && letter is not ('"' or '\'' or '\\'))
                plain.Append(letter);
        }

        return plain.ToString();
    }
}
