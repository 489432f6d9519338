using System.Globalization;
using System.Text;
using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Preparing;

/// <summary>Finds what of a test and its overloads some identities name: rows of data where they can be told, whole methods otherwise.</summary>
internal static class TestRows
{
    private static readonly HashSet<string> RowAttributes = new(StringComparer.Ordinal)
    {
        "Xunit.InlineDataAttribute", "NUnit.Framework.TestCaseAttribute", "Microsoft.VisualStudio.TestTools.UnitTesting.DataRowAttribute", "TUnit.Core.ArgumentsAttribute",
    };

    private static readonly HashSet<string> SourceAttributes = new(StringComparer.Ordinal)
    {
        "MemberDataAttribute", "ClassDataAttribute", "TestCaseSourceAttribute", "DynamicDataAttribute", "ValueSourceAttribute",
    };

    private sealed record Row(MethodDeclarationSyntax Method, AttributeSyntax Syntax, IReadOnlyList<IReadOnlyList<string>> Arguments);

    /// <summary>What to cut. Where a row cannot be told from another, every method of the name goes: better a test too few than an answer in sight.</summary>
    public static IReadOnlyList<SourceSpan> Named(IReadOnlyList<MethodDeclarationSyntax> methods, ProjectCode project, IReadOnlyList<string> tests, CancellationToken cancellationToken)
    {
        var symbols = methods.ToDictionary(method => method, method => project.Compilation.GetSemanticModel(method.SyntaxTree).GetDeclaredSymbol(method, cancellationToken));
        var rows = methods.SelectMany(method => RowsIn(method, symbols[method], cancellationToken)).ToList();
        var (chosen, whole) = (new HashSet<Row>(), new HashSet<MethodDeclarationSyntax>());
        foreach (var test in tests)
        {
            var shown = Shown(test);
            var found = rows.FindAll(row => Matches(shown, row.Arguments));
            var plain = shown.Length == 0 ? methods.Where(method => method.ParameterList.Parameters.Count == 0).ToList() : [];
            if (found.Count == 1 && plain.Count == 0)
                chosen.Add(found[0]);
            else if (found.Count == 0 && plain.Count == 1)
                whole.Add(plain[0]);
            else
                whole.UnionWith(methods);
        }

        // Rows from elsewhere cannot be cut one by one, and may be the same as one that can.
        whole.UnionWith(chosen.Select(row => row.Method).Distinct().Where(method =>
            chosen.Count(row => row.Method == method) == rows.Count(row => row.Method == method) || (symbols[method]?.GetAttributes().Any(attribute => SourceAttributes.Contains(attribute.AttributeClass?.Name ?? "")) ?? true)));
        return
        [
            .. whole.Select(SourceSpan.Of),
            .. chosen.Where(row => !whole.Contains(row.Method)).Select(row => row.Syntax).GroupBy(row => (AttributeListSyntax)row.Parent!).SelectMany(list => SourceSpan.Of(list.Key, [.. list])),
        ];
    }

    private static IEnumerable<Row> RowsIn(MethodDeclarationSyntax method, IMethodSymbol? symbol, CancellationToken cancellationToken) =>
        (symbol?.GetAttributes() ?? [])
            .Where(attribute => RowAttributes.Contains(attribute.AttributeClass?.ToDisplayString() ?? "") && attribute.ApplicationSyntaxReference?.SyntaxTree == method.SyntaxTree)
            .Select(attribute => new Row(method, (AttributeSyntax)attribute.ApplicationSyntaxReference!.GetSyntax(cancellationToken), ArgumentsOf(attribute)));

    private static string Shown(string test)
    {
        var (_, type, method) = TestName.Parts(test);
        return Plain(test[(test.IndexOf($"{type}.{method}", StringComparison.Ordinal) + type.Length + method.Length + 1)..].Trim());
    }

    /// <summary>What is shown is <c>(a: 1, b: "x")</c> or <c>(1,"x")</c>, by framework; long strings are cut.</summary>
    private static bool Matches(string shown, IReadOnlyList<IReadOnlyList<string>> arguments)
    {
        if (!shown.StartsWith('(') || !shown.EndsWith(')') || arguments.Count == 0)
            return false;
        var rest = shown[1..^1];
        foreach (var (argument, index) in arguments.Select((argument, index) => (argument, index)))
        {
            var at = argument.Select(form => Position(rest, form, index > 0)).Max();
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

    /// <summary>The forms in which each argument may be shown; none at all for a row with an array in it.</summary>
    private static IReadOnlyList<IReadOnlyList<string>> ArgumentsOf(AttributeData row)
    {
        var constants = row.ConstructorArguments.SelectMany(constant => constant.Kind == TypedConstantKind.Array && !constant.IsNull ? constant.Values.AsEnumerable() : [constant]).ToList();
        return constants.Exists(constant => constant.Kind is TypedConstantKind.Array or TypedConstantKind.Error) ? [] : [.. constants.Select(Forms)];
    }

    private static IReadOnlyList<string> Forms(TypedConstant constant) => constant switch
    {
        { IsNull: true } => ["null"],
        { Kind: TypedConstantKind.Enum } => [Plain(constant.ToCSharpString().Split('.')[^1])],
        { Kind: TypedConstantKind.Type } => [Plain($"typeof({((ITypeSymbol)constant.Value!).ToDisplayString()})")],
        { Value: bool value } => value ? ["True", "true"] : ["False", "false"],
        { Value: double value } => [.. Numbers(value.ToString("R", CultureInfo.InvariantCulture), "d"), value.ToString("G17", CultureInfo.InvariantCulture)],
        { Value: float value } => [.. Numbers(value.ToString("R", CultureInfo.InvariantCulture), "f"), value.ToString("G9", CultureInfo.InvariantCulture)],
        { Value: long value } => Numbers(value.ToString(CultureInfo.InvariantCulture), "L"),
        { Value: ulong value } => Numbers(value.ToString(CultureInfo.InvariantCulture), "UL"),
        { Value: uint value } => Numbers(value.ToString(CultureInfo.InvariantCulture), "U"),
        { Value: int value } => Numbers(value.ToString(CultureInfo.InvariantCulture), "m"),
        { Value: IFormattable value } => [Plain(value.ToString(null, CultureInfo.InvariantCulture))],
        _ => [Plain(constant.Value?.ToString() ?? "null")],
    };

    /// <summary>NUnit shows a suffix, and whole numbers of a floating type with a zero behind the point.</summary>
    private static IReadOnlyList<string> Numbers(string number, string suffix) => [number, number + suffix, $"{number}.0{suffix}", $"{number}.0"];

    /// <summary>Without white space, quotes and escapes, in which frameworks differ.</summary>
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
