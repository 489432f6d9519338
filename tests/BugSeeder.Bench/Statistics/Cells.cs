namespace BugSeeder.Bench.Statistics;

/// <summary>Runs many simulated experiments on all cores with the same result on every machine: each piece of work has its own start.</summary>
internal static class Cells
{
    private const int Pieces = 8;

    /// <summary>Adds up what simulated experiments count.</summary>
    /// <param name="cell">Which cell of a study it is: another cell has other random numbers.</param>
    /// <param name="runs">How many experiments.</param>
    /// <param name="counts">How many figures each adds to.</param>
    /// <param name="experiment">One experiment: the assistant to use, and the figures to add to.</param>
    public static double[] Sum(string cell, int runs, int counts, Action<Assistant, double[]> experiment)
    {
        var start = BitConverter.ToInt64(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(cell)));
        var pieces = new double[Pieces][];
        Parallel.For(0, Pieces, piece =>
        {
            var assistant = new Assistant(start + piece);
            pieces[piece] = new double[counts];
            for (var run = piece; run < runs; run += Pieces)
                experiment(assistant, pieces[piece]);
        });
        // In the order of the pieces: sums of fractions depend on it.
        return [.. Enumerable.Range(0, counts).Select(place => pieces.Sum(piece => piece[place]))];
    }
}
