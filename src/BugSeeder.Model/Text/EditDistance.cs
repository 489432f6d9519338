namespace BugSeeder.Model.Text;

/// <summary>How far two words are apart.</summary>
public static class EditDistance
{
    /// <summary>How many letters have to be put in, taken out or changed (Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals", 1966).</summary>
    public static int Of(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= left.Length; row++)
        {
            var current = new int[right.Length + 1];
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
                current[column] = Math.Min(previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1), Math.Min(previous[column], current[column - 1]) + 1);
            previous = current;
        }

        return previous[right.Length];
    }
}
