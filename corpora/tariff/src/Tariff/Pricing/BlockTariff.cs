namespace Tariff;

/// <summary>One price step; the last step of a season has no upper limit.</summary>
public sealed record Block(decimal? UpToKwh, decimal PricePerKwh);

/// <summary>The part of the usage that fell into one block.</summary>
public sealed record BlockUsage(Season Season, int Number, decimal Kwh, decimal PricePerKwh, decimal Amount);

/// <summary>Prices energy in steps, with separate steps for summer and winter.</summary>
public sealed class BlockTariff
{
    private readonly Dictionary<Season, Block[]> _blocks;

    public BlockTariff(IEnumerable<Block> summer, IEnumerable<Block> winter)
    {
        _blocks = new Dictionary<Season, Block[]>
        {
            [Season.Summer] = Checked(summer, nameof(summer)),
            [Season.Winter] = Checked(winter, nameof(winter)),
        };
    }

    public IReadOnlyList<Block> BlocksOf(Season season) => _blocks[season];

    /// <summary>Splits the usage of one season over its blocks.</summary>
    public IReadOnlyList<BlockUsage> Split(Season season, decimal kwh, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(kwh);
        var result = new List<BlockUsage>();
        var lower = 0m;
        var number = 1;
        foreach (var block in _blocks[season])
        {
            var upper = block.UpToKwh is { } limit ? Proration.Threshold(limit, days) : decimal.MaxValue;
            var inBlock = Math.Min(kwh, upper) - lower;
            if (inBlock > 0m)
            {
                var amount = Rounding.Line(inBlock * block.PricePerKwh);
                result.Add(new BlockUsage(season, number, inBlock, block.PricePerKwh, amount));
            }

            lower = upper;
            number++;
        }

        return result;
    }

    /// <summary>The total price of the usage of one season.</summary>
    public decimal Price(Season season, decimal kwh, int days) => Split(season, kwh, days).Sum(part => part.Amount);

    private static Block[] Checked(IEnumerable<Block> blocks, string name)
    {
        ArgumentNullException.ThrowIfNull(blocks, name);
        var list = blocks.ToArray();
        if (list.Length == 0 || list[^1].UpToKwh is not null)
        {
            throw new ArgumentException("The last block must be open-ended.", name);
        }

        if (list[..^1].Any(block => block.UpToKwh is null))
        {
            throw new ArgumentException("Only the last block may be open-ended.", name);
        }

        var previous = 0m;
        foreach (var block in list[..^1])
        {
            if (block.UpToKwh <= previous)
            {
                throw new ArgumentException("Block limits must increase.", name);
            }

            previous = block.UpToKwh!.Value;
        }

        if (list.Any(block => block.PricePerKwh < 0m))
        {
            throw new ArgumentException("A block price must not be negative.", name);
        }

        return list;
    }
}
