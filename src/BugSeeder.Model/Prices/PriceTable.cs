using System.Text.RegularExpressions;
using BugSeeder.Model.Text;
using BugSeeder.Model.Trials;

namespace BugSeeder.Model.Prices;

/// <summary>Prices by model, for assistants that do not say what they cost. Models that are not in it have no price, and no price is not 0.</summary>
/// <param name="Date">The day that the prices were looked up, as <c>yyyy-MM-dd</c>.</param>
/// <param name="Models">Prices by the model's name in lower case.</param>
public sealed partial record PriceTable(string Date, IReadOnlyDictionary<string, ModelPrice> Models)
{
    /// <summary>The list that comes with BugSeeder: published prices of the models that the built-in assistants use.</summary>
    public static PriceTable Default { get; } = Read();

    /// <summary>This table with other prices for some models; they count whatever the table's date.</summary>
    public PriceTable With(IReadOnlyDictionary<string, ModelPrice> own)
    {
        var models = new Dictionary<string, ModelPrice>(Models, StringComparer.Ordinal);
        foreach (var (name, price) in own)
            models[name.ToLowerInvariant()] = price;
        return this with { Models = models };
    }

    /// <summary>
    /// A model's price. A name is looked up as it stands, then without its provider (<c>openai/gpt-5</c>),
    /// and then without the date or the word at its end that names one release of it (<c>-20250929</c>, <c>-latest</c>).
    /// </summary>
    public ModelPrice? Find(string? model)
    {
        if (model is null)
            return null;
        var name = model.ToLowerInvariant();
        var bare = name[(name.LastIndexOf('/') + 1)..];
        return Models.GetValueOrDefault(name) ?? Models.GetValueOrDefault(bare) ?? Models.GetValueOrDefault(Release().Replace(bare, ""));
    }

    /// <summary>The usage with its cost, unless the assistant said it or the model has no price.</summary>
    public Usage Price(Usage usage, string? model) => usage.CostUsd is null && Find(model) is { } price
        ? usage with { CostUsd = price.Of(usage), PricedBy = Date }
        : usage;

    private static PriceTable Read()
    {
        using var stream = typeof(PriceTable).Assembly.GetManifestResourceStream("prices.json")
            ?? throw new InvalidOperationException("The price list is not in the assembly.");
        using var reader = new StreamReader(stream);
        return Json.Read<PriceTable>(reader.ReadToEnd());
    }

    [GeneratedRegex(@"-(\d{8}|\d{4}-\d{2}-\d{2}|latest|preview|exp)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Release();
}
