namespace BugSeeder.Model.Statistics;

/// <summary>
/// Random numbers that are the same on every machine and runtime for the same start: SplitMix64
/// (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
/// </summary>
/// <param name="start">Where the sequence starts.</param>
public sealed class SeededRandom(long start)
{
    private ulong state = unchecked((ulong)start);

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from 0 up to, not including, <paramref name="exclusiveMaximum"/>, each as likely (Lemire 2019).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveMaximum"/> is not positive.</exception>
    public int Next(int exclusiveMaximum)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveMaximum);
        var limit = (ulong)exclusiveMaximum;
        var product = Math.BigMul(NextBits(), limit, out var low);
        if (low < limit)
        {
            var threshold = unchecked(0UL - limit) % limit;
            while (low < threshold)
                product = Math.BigMul(NextBits(), limit, out low);
        }

        return (int)product;
    }

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>The items in a random order (Fisher and Yates).</summary>
    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        for (var last = shuffled.Length - 1; last > 0; last--)
        {
            var other = Next(last + 1);
            (shuffled[last], shuffled[other]) = (shuffled[other], shuffled[last]);
        }

        return shuffled;
    }
}
