using BugSeeder.Execution.Trees;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BugSeeder.Bench.Tells;

/// <summary>
/// How natural tokens are in one repository: a trigram model with fixed interpolation (Jelinek and Mercer 1980), as used on code by Hindle et al. 2012.
/// What it is asked about is taken out of what it has learned: it knows the rest of the repository, the rest of the same file included.
/// </summary>
internal sealed class TokenModel
{
    private const double Three = 0.55, Two = 0.3, One = 0.13, Zero = 0.02;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private int all;

    /// <summary>Learns the C# files of a tree.</summary>
    public TokenModel(SourceTree tree)
    {
        foreach (var file in tree.Files.Where(file => file.Key.EndsWith(".cs", StringComparison.Ordinal) && file.Value.Text is not null))
            Learn(Tokens(file.Value.Text!), 1);
    }

    /// <summary>The features' names, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["mean surprise", "greatest surprise", "unseen pairs", "unseen triples"];

    /// <summary>The features of one version, against the rest of the repository.</summary>
    /// <param name="asked">The version.</param>
    /// <param name="known">The version that the tree has, which is taken out of what was learned.</param>
    public double[] Features(Version asked, Version known)
    {
        foreach (var window in known.Windows)
            Learn(Tokens(window), -1);
        try
        {
            var tokens = asked.Windows.Select(Tokens).ToList();
            var surprises = tokens.SelectMany(Surprises).DefaultIfEmpty(0).ToList();
            return
            [
                surprises.Average(),
                surprises.Max(),
                tokens.Sum(window => Grams(window, 2).Count(gram => Count(gram) == 0)),
                tokens.Sum(window => Grams(window, 3).Count(gram => Count(gram) == 0)),
            ];
        }
        finally
        {
            foreach (var window in known.Windows)
                Learn(Tokens(window), 1);
        }
    }

    private static List<string> Tokens(string text) =>
        [.. SyntaxFactory.ParseTokens(text).Where(token => !token.IsKind(SyntaxKind.EndOfFileToken)).Select(token => token.IsKind(SyntaxKind.StringLiteralToken) ? "\"\"" : token.Text)];

    private static IEnumerable<string> Grams(List<string> tokens, int length) =>
        Enumerable.Range(0, Math.Max(0, tokens.Count - length + 1)).Select(start => string.Join('\u0001', tokens.Skip(start).Take(length)));

    private void Learn(List<string> tokens, int sign)
    {
        all += sign * tokens.Count;
        foreach (var gram in Enumerable.Range(1, 3).SelectMany(length => Grams(tokens, length)))
            counts[gram] = counts.GetValueOrDefault(gram) + sign;
    }

    private int Count(string gram) => Math.Max(0, counts.GetValueOrDefault(gram));

    /// <summary>Bits per token.</summary>
    private IEnumerable<double> Surprises(List<string> tokens)
    {
        for (var index = 2; index < tokens.Count; index++)
        {
            var (first, second, third) = (tokens[index - 2], tokens[index - 1], tokens[index]);
            double Share(string gram, string context) => Count(context) is var times and > 0 ? (double)Count(gram) / times : 0;
            var likely = (Three * Share($"{first}\u0001{second}\u0001{third}", $"{first}\u0001{second}"))
                + (Two * Share($"{second}\u0001{third}", second))
                + (One * Count(third) / Math.Max(1, all))
                + (Zero / Math.Max(1, counts.Count));
            yield return -Math.Log2(likely);
        }
    }
}
