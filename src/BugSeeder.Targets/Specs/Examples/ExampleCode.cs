using BugSeeder.Model.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Specs.Examples;

/// <summary>Turns examples into C#: one file an example, so that what the compiler says is known to be about it.</summary>
internal static class ExampleCode
{
    private static readonly string[] Usual = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks"];

    /// <summary>The language that examples are written in: the newest.</summary>
    public static CSharpParseOptions Language { get; } = new(LanguageVersion.Preview);

    /// <summary>The file of an example. Its class has one method that gives the actual value and then the expected one to whoever asks.</summary>
    /// <param name="example">The example.</param>
    /// <param name="number">Tells it from the others.</param>
    /// <param name="namespaces">The product's namespaces.</param>
    /// <param name="isVoid">Whether the expression has no value.</param>
    public static SyntaxTree File(SpecExample example, int number, IReadOnlyList<string> namespaces, bool isVoid) =>
        CSharpSyntaxTree.ParseText(Text(example, number, namespaces, isVoid), Language, $"{number}.cs");

    /// <summary>The text of the file of an example.</summary>
    /// <param name="example">The example.</param>
    /// <param name="number">Tells it from the others.</param>
    /// <param name="namespaces">The product's namespaces.</param>
    /// <param name="isVoid">Whether the expression has no value.</param>
    public static string Text(SpecExample example, int number, IReadOnlyList<string> namespaces, bool isVoid)
    {
        var stated = example.Usings.Select(line => line.Replace("global ", "", StringComparison.Ordinal)).ToList();
        var names = stated.Exists(line => namespaces.Any(name => line == $"using {name};")) ? Usual : Usual.Concat(namespaces);
        var directives = names.Select(name => $"using {name};").Union(stated).ToList();
        var value = isVoid ? $"{example.Expression};" : $"actual((object)({example.Expression}));";
        var expected = example.Throws ? "" : $"expected((object)({Outcome(example.Outcome)}));";
        return $$"""
            {{string.Join('\n', directives)}}
            #nullable disable
            internal static class SpecExample{{number}}
            {
                public static async System.Threading.Tasks.Task Run(System.Action<object> actual, System.Action<object> expected)
                {
                    await System.Threading.Tasks.Task.CompletedTask;
                    {{example.Setup}}
                    {{value}}
                    {{expected}}
                }
            }
            """;
    }

    /// <summary>Whether an expression, as the compiler sees it in its file, is a call that gives nothing.</summary>
    public static bool IsVoid(SemanticModel model, CancellationToken cancellationToken) => TypeIn(model, cancellationToken)?.SpecialType == SpecialType.System_Void;

    /// <summary>The type of the expression, as the compiler sees it in its file.</summary>
    public static ITypeSymbol? TypeIn(SemanticModel model, CancellationToken cancellationToken) =>
        model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(call => call.Expression.ToString() == "actual")
            ?.ArgumentList.Arguments.FirstOrDefault()?.Expression is CastExpressionSyntax { Expression: ParenthesizedExpressionSyntax { Expression: var inner } } ? model.GetTypeInfo(inner, cancellationToken).Type : null;

    /// <summary>A collection expression has no type of its own.</summary>
    private static string Outcome(string outcome) => outcome.StartsWith('[') && outcome.EndsWith(']')
        ? outcome.Length == 2 ? "System.Array.Empty<object>()" : $"new[] {{ {outcome[1..^1]} }}"
        : outcome;
}
