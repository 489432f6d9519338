namespace BugSeeder.Specs.Tracing;

/// <summary>
/// Ranks texts by the words they share with a query: rare words count more, long texts less
/// (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, with its usual k1 and b).
/// </summary>
internal sealed class Bm25
{
    private const double K1 = 1.2;
    private const double B = 0.75;
    private readonly List<Dictionary<string, int>> texts;
    private readonly Dictionary<string, int> spread = new(StringComparer.Ordinal);
    private readonly double averageLength;

    public Bm25(IEnumerable<IEnumerable<string>> texts)
    {
        this.texts = [.. texts.Select(words => words.CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal))];
        foreach (var word in this.texts.SelectMany(text => text.Keys))
            spread[word] = spread.GetValueOrDefault(word) + 1;
        averageLength = this.texts.Count == 0 ? 0 : this.texts.Average(text => text.Values.Sum());
    }

    /// <summary>The score of each text, in their order; 0 where no word is shared.</summary>
    /// <param name="query">The words asked for, each with its weight.</param>
    public double[] Scores(IReadOnlyDictionary<string, double> query) => [.. texts.Select(text => query.Sum(word => word.Value * Score(word.Key, text)))];

    private double Score(string word, Dictionary<string, int> text)
    {
        if (!text.TryGetValue(word, out var count))
            return 0;
        var rarity = Math.Log(1 + ((texts.Count - spread[word] + 0.5) / (spread[word] + 0.5)));
        return rarity * count * (K1 + 1) / (count + (K1 * (1 - B + (B * text.Values.Sum() / averageLength))));
    }
}
