using System.Text;
using BugSeeder.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Hosting;

/// <summary>Puts counting probes into the blocks of one project: at the start of every body, of every block in it, and of every lambda and local function.</summary>
internal sealed class ProbeWriter(ProjectCode project, string typeName)
{
    /// <summary>The name of the field that holds the counts.</summary>
    public const string Field = "Counts";

    private readonly Dictionary<string, List<ProbeRegion>> regions = new(StringComparer.Ordinal);
    private int probes;

    /// <summary>How carefully a file is instrumented; a file that does not compile is tried again with less.</summary>
    private enum Depth
    {
        /// <summary>Every block.</summary>
        Blocks,

        /// <summary>Blocks, but no lambda that is an expression: turning it into a block can change what it binds to.</summary>
        NoLambdas,

        /// <summary>Nothing: every test may run the file's code.</summary>
        Nothing,
    }

    /// <summary>Where the probes are, by file.</summary>
    public IReadOnlyDictionary<string, List<ProbeRegion>> Regions => regions;

    /// <summary>The image with probes; <see langword="null"/> where none can be made.</summary>
    public EmittedImage? Emit(CancellationToken cancellationToken)
    {
        var depths = project.Trees.Keys.ToDictionary(path => path, _ => Depth.Blocks, StringComparer.Ordinal);
        for (var round = 0; round < 4; round++)
        {
            var instrumented = Instrument(depths, cancellationToken);
            if (Emitter.EmitOne(instrumented, cancellationToken).Image is { } image)
                return image;
            var paths = instrumented.Trees.ToDictionary(entry => entry.Value, entry => entry.Key);
            var broken = instrumented.Compilation.GetDiagnostics(cancellationToken)
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree is { } tree && paths.ContainsKey(tree))
                .Select(diagnostic => paths[diagnostic.Location.SourceTree!]).Distinct().ToList();
            if (broken.Count == 0)
                return null;
            foreach (var path in broken)
                depths[path] = depths[path] == Depth.Blocks ? Depth.NoLambdas : Depth.Nothing;
        }

        return null;
    }

    private ProjectCode Instrument(Dictionary<string, Depth> depths, CancellationToken cancellationToken)
    {
        probes = 0;
        regions.Clear();
        var texts = new List<KeyValuePair<string, string?>>();
        foreach (var (path, tree) in project.Trees)
        {
            var found = regions[path] = [];
            if (depths[path] == Depth.Nothing)
                continue;
            var model = project.Compilation.GetSemanticModel(tree);
            var text = new Insertions(tree.GetText(cancellationToken));
            foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
                Visit(node, model, depths[path], text, found, cancellationToken);
            texts.Add(new(path, text.ToString()));
        }

        texts.Add(new($"{typeName}.cs", $$"""
            internal static class {{typeName}}
            {
                internal static readonly int[] {{Field}} = new int[{{Math.Max(1, probes)}}];
                internal static void Hit(int probe) { global::System.Threading.Interlocked.Increment(ref {{Field}}[probe]); }
            }
            """));
        return project.With(texts);
    }

    private void Visit(SyntaxNode node, SemanticModel model, Depth depth, Insertions text, List<ProbeRegion> found, CancellationToken cancellationToken)
    {
        switch (node)
        {
            case BlockSyntax block:
                text.Insert(block.OpenBraceToken.Span.End, $" {Hit(found, MethodBodies.Inside(block))}");
                break;
            case ArrowExpressionClauseSyntax arrow when SymbolOf(arrow.Parent!, model, cancellationToken) is { } method:
                Open(arrow, method, text, found);
                break;
            case LambdaExpressionSyntax { ExpressionBody: { } body } lambda:
                if (depth == Depth.Blocks && model.GetSymbolInfo(lambda, cancellationToken).Symbol is IMethodSymbol symbol && !IsExpressionTree(model.GetTypeInfo(lambda, cancellationToken).ConvertedType))
                {
                    text.Insert(body.SpanStart, $"{{ {Hit(found, body.Span)}{(HasNoValue(symbol) || body is ThrowExpressionSyntax ? "" : "return ")}");
                    text.Insert(body.Span.End, "; }");
                }
                else
                {
                    found.Add(new(body.Span, -1));
                }

                break;
            case ConstructorInitializerSyntax initializer:
                // It runs before the constructor's block, and may be where the constructor ends.
                found.Add(new(initializer.ArgumentList.Span, -1));
                break;
        }
    }

    /// <summary>An expression body becomes a block by its arrow and its semicolon alone, so that what is inside can have probes of its own.</summary>
    private void Open(ArrowExpressionClauseSyntax arrow, IMethodSymbol method, Insertions text, List<ProbeRegion> found)
    {
        var isProperty = arrow.Parent is PropertyDeclarationSyntax or IndexerDeclarationSyntax;
        var semicolon = arrow.GetLastToken().GetNextToken();
        var hit = Hit(found, arrow.Expression.Span);
        text.Replace(arrow.ArrowToken.Span, $"{(isProperty ? "{ get " : "")}{{ {hit}{(HasNoValue(method) || arrow.Expression is ThrowExpressionSyntax ? "" : "return ")}");
        text.Replace(semicolon.Span, isProperty ? "; } }" : "; }");
    }

    private string Hit(List<ProbeRegion> found, TextSpan span)
    {
        found.Add(new(span, probes));
        return $"global::{typeName}.Hit({probes++}); ";
    }

    private static IMethodSymbol? SymbolOf(SyntaxNode parent, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDeclaredSymbol(parent, cancellationToken) switch
        {
            IMethodSymbol method => method,
            IPropertySymbol property => property.GetMethod,
            _ => null,
        };

    private static bool HasNoValue(IMethodSymbol method) => method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { Arity: 0 });

    private static bool IsExpressionTree(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Expression", ContainingNamespace.Name: "Expressions" };

    /// <summary>A text with pieces put in; pieces at one place stand in the order in which they came, closing ones being alike.</summary>
    private sealed class Insertions(SourceText original)
    {
        private readonly List<TextChange> changes = [];

        public void Insert(int position, string text) => changes.Add(new(new(position, 0), text));

        public void Replace(TextSpan span, string text) => changes.Add(new(span, text));

        public override string ToString()
        {
            var result = new StringBuilder();
            var at = 0;
            foreach (var change in changes.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.Length))
            {
                result.Append(original.ToString(TextSpan.FromBounds(at, change.Span.Start))).Append(change.NewText);
                at = change.Span.End;
            }

            return result.Append(original.ToString(TextSpan.FromBounds(at, original.Length))).ToString();
        }
    }
}
