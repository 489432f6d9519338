using BugSeeder.Code;
using BugSeeder.Hosting;
using BugSeeder.Mender.Checking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Locating;

/// <summary>
/// A member of the product that what fails names itself, such as <c>Calendar.Standard</c>. What it starts with runs before any test and in no block, so no
/// coverage leads there.
/// </summary>
/// <param name="Project">The project that declares it.</param>
/// <param name="Symbol">The field or property, as that project sees it.</param>
/// <param name="Value">Ochiai's coefficient, with being named in the place of being run.</param>
internal sealed record Mention(ProjectCode Project, ISymbol Symbol, double Value);

/// <summary>Finds what failing checks and tests name.</summary>
internal static class Mentions
{
    /// <summary>The fields and properties that they name.</summary>
    /// <param name="bench">The workspace.</param>
    /// <param name="failing">What fails, by suite and number.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static IReadOnlyList<Mention> Of(Bench bench, IReadOnlyList<CoveringTest> failing, CancellationToken cancellationToken)
    {
        var fails = failing.Select(test => bench.Suites[test.Suite].Hosted.Tests[test.Test]).Select(test => (test.Class, test.Method)).Distinct().ToList();
        var named = fails.SelectMany(test => NamedIn(test.Class, test.Method, bench, cancellationToken)).GroupBy(id => id, StringComparer.Ordinal);
        var passing = bench.Code.Checks.Where(check => !fails.Exists(test => bench.Code.Of(test.Class) == check.Value)).Select(check => $"{check.Value.Example.Setup}\n{check.Value.Example.Expression}").ToList();
        return
        [
            .. from id in named
               from product in bench.Emitter.Products
               let symbol = DocumentationCommentId.GetFirstSymbolForDeclarationId(id.Key, product.Compilation)
               where symbol is { DeclaringSyntaxReferences.IsEmpty: false }
               let others = passing.Count(text => text.Contains("." + symbol.Name, StringComparison.Ordinal))
               select new Mention(product, symbol, id.Count() / Math.Sqrt((double)fails.Count * (id.Count() + others))),
        ];
    }

    private static IEnumerable<string> NamedIn(string type, string method, Bench bench, CancellationToken cancellationToken)
    {
        foreach (var project in bench.Code.Code.Tests)
        {
            if (project.Compilation.GetTypeByMetadataName(type) is not { } found || found.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not { } declared)
                continue;
            var model = project.Compilation.GetSemanticModel(declared.SyntaxTree);
            // A check is a file of its own; of a class of tests only the one that fails counts.
            var scope = bench.Code.Of(type) is not null ? [declared.SyntaxTree.GetRoot(cancellationToken)] : declared.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(each => each.Identifier.ValueText == method.Split('.', '(')[^1]).Cast<SyntaxNode>();
            return [.. scope.SelectMany(node => node.DescendantNodes().OfType<SimpleNameSyntax>()).Select(name => model.GetSymbolInfo(name, cancellationToken).Symbol)
                .Where(symbol => symbol is IFieldSymbol or IPropertySymbol).Select(symbol => symbol!.OriginalDefinition.GetDocumentationCommentId()).OfType<string>().Distinct(StringComparer.Ordinal)];
        }

        return [];
    }
}
