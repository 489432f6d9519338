using BugSeeder.Code;

namespace BugSeeder.Seeding.History;

/// <summary>A run of one text's parts that gives way to a run of another's.</summary>
/// <param name="Start">The first part to take out of today's text.</param>
/// <param name="Count">How many.</param>
/// <param name="From">The first part to take from the text before the fix.</param>
/// <param name="FromCount">How many.</param>
internal sealed record BackStep(int Start, int Count, int From, int FromCount);

/// <summary>
/// Takes a change back out of a text that has changed since: a three-way merge with the text after the fix as its base. It works on any parts of a
/// text: on lines first, and on a member's tokens where lines have moved.
/// </summary>
internal static class ThreeWay
{
    /// <summary>The steps that take the change back; <see langword="null"/> where today's text has another text at one of its places.</summary>
    /// <param name="before">The parts before the fix.</param>
    /// <param name="after">The parts after the fix.</param>
    /// <param name="now">The parts as they are now.</param>
    public static IReadOnlyList<BackStep>? TakeBack(IReadOnlyList<string> before, IReadOnlyList<string> after, IReadOnlyList<string> now)
    {
        var places = PlacesNow(after, now);
        var steps = new List<BackStep>();
        foreach (var block in Diff.Blocks(after, before))
        {
            if (StartNow(places, block.DeleteStartA, block.DeleteCountA, after.Count, now.Count) is not { } start)
                return null;
            steps.Add(new(start, block.DeleteCountA, block.InsertStartB, block.InsertCountB));
        }

        return steps.Zip(steps.Skip(1)).All(pair => pair.First.Start + pair.First.Count <= pair.Second.Start) ? steps : null;
    }

    /// <summary>Where each part after the fix is now; -1 for one that is gone.</summary>
    private static int[] PlacesNow(IReadOnlyList<string> after, IReadOnlyList<string> now)
    {
        var places = new int[after.Count];
        var (at, shift) = (0, 0);
        foreach (var block in Diff.Blocks(after, now))
        {
            for (; at < block.DeleteStartA; at++)
                places[at] = at + shift;
            for (; at < block.DeleteStartA + block.DeleteCountA; at++)
                places[at] = -1;
            shift += block.InsertCountB - block.DeleteCountA;
        }

        for (; at < after.Count; at++)
            places[at] = at + shift;
        return places;
    }

    /// <summary>Where a run stands now. It must be whole; what is only inserted needs the parts on both sides of it, still side by side.</summary>
    private static int? StartNow(int[] places, int start, int count, int all, int allNow)
    {
        if (count > 0)
            return places[start] >= 0 && Enumerable.Range(start, count).All(part => places[part] == places[start] + part - start) ? places[start] : null;
        var left = start == 0 ? -1 : places[start - 1];
        var right = start == all ? allNow : places[start];
        return (start == 0 || left >= 0) && right == left + 1 ? right : null;
    }
}
