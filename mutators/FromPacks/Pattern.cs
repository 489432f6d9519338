using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.FromPacks;

/// <summary>A piece of C# with holes: an expression, or one statement or more.</summary>
internal sealed class Pattern
{
    private Pattern(string text, IReadOnlyDictionary<string, Hole> holes, ExpressionSyntax? expression, IReadOnlyList<StatementSyntax> statements)
    {
        Text = text;
        Holes = holes;
        Expression = expression;
        Statements = statements;
    }

    /// <summary>The C# with an identifier for each hole.</summary>
    public string Text { get; }

    /// <summary>Its holes by the identifier that stands for them.</summary>
    public IReadOnlyDictionary<string, Hole> Holes { get; }

    /// <summary>The expression; null when it is statements.</summary>
    public ExpressionSyntax? Expression { get; }

    /// <summary>The statements; none when it is an expression.</summary>
    public IReadOnlyList<StatementSyntax> Statements { get; }

    /// <summary>The names with dots in it, the longest first; some of them mean types or members of types.</summary>
    public IEnumerable<string> FullNames => Nodes.Where(node => node is MemberAccessExpressionSyntax or QualifiedNameSyntax)
        .Select(node => node.ToString()).Where(name => !name.Contains('(', StringComparison.Ordinal)).Distinct().OrderByDescending(name => name.Length);

    private IEnumerable<SyntaxNode> Nodes => Expression is null ? Statements.SelectMany(statement => statement.DescendantNodesAndSelf()) : Expression.DescendantNodesAndSelf();

    /// <summary>Reads a pattern.</summary>
    /// <param name="source">The text.</param>
    /// <param name="known">The holes of the pattern before it, which it may use and not add to; null where it declares its own.</param>
    /// <exception cref="PatternError">It is no C#, or a hole is not declared, or declared twice.</exception>
    public static Pattern Parse(string source, IReadOnlyDictionary<string, Hole>? known)
    {
        var holes = new Dictionary<string, Hole>(known ?? new Dictionary<string, Hole>(), StringComparer.Ordinal);
        var text = new StringBuilder();
        var origin = new List<int>();
        for (var at = 0; at < source.Length;)
        {
            if (source[at] != '$' || at + 1 == source.Length || !char.IsLetter(source[at + 1]))
            {
                text.Append(source[at]);
                origin.Add(at++);
                continue;
            }
            var start = at;
            var hole = HoleReader.Read(source, ref at);
            Declare(holes, hole, known is null, start);
            text.Append(holes[hole.Stand].Stand);
            origin.AddRange(Enumerable.Repeat(start, hole.Stand.Length));
        }
        return Parsed(text.ToString(), holes, index => index < origin.Count ? origin[index] : source.Length);
    }

    private static void Declare(Dictionary<string, Hole> holes, HoleReader.Found hole, bool mayDeclare, int start)
    {
        if (holes.ContainsKey(hole.Stand))
        {
            if (hole.Kind is not null && !(hole.Kind == HoleKind.Rest && holes[hole.Stand].Kind == HoleKind.Rest))
                throw new PatternError($"The hole ${hole.Name} has its kind already; mention it as ${hole.Name}.", start);
            return;
        }
        if (!mayDeclare)
            throw new PatternError($"The hole ${hole.Name} is not in `before`.", start);
        holes.Add(hole.Stand, new(hole.Name, hole.Kind ?? HoleKind.Expr, hole.Type));
    }

    private static Pattern Parsed(string text, Dictionary<string, Hole> holes, Func<int, int> origin)
    {
        var trimmed = text.Trim();
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        if (trimmed.Length == 0 || trimmed.EndsWith(';') || trimmed.EndsWith('}'))
        {
            const string Open = "{\n";
            var block = SyntaxFactory.ParseStatement($"{Open}{text}\n}}", options: options);
            Refuse(block, index => origin(index - Open.Length));
            return new(text, holes, null, [.. ((BlockSyntax)block).Statements]);
        }
        var expression = SyntaxFactory.ParseExpression(text, options: options);
        Refuse(expression, origin);
        return new(text, holes, expression, []);
    }

    private static void Refuse(SyntaxNode node, Func<int, int> origin)
    {
        if (node.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
            throw new PatternError($"This is no C#: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}", origin(Math.Max(0, error.Location.SourceSpan.Start)));
    }
}
