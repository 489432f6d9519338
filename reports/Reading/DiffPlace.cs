using System.Globalization;
using System.Text.RegularExpressions;

namespace BugSeeder.Reports.Reading;

/// <summary>Where the reading of a diff stands: which line comes next, and how many the hunk still has.</summary>
internal sealed class DiffPlace
{
    private int before;
    private int after;
    private int beforeLeft;
    private int afterLeft;

    /// <summary>Whether the hunk still has lines.</summary>
    public bool InHunk { get; private set; }

    /// <summary>Whether git's own head has named a file; then the name is not told again by the older head below it.</summary>
    public bool IsNamed { get; private set; }

    /// <summary>Notes that git's own head gave this name.</summary>
    public string Named(string name)
    {
        IsNamed = true;
        return name;
    }

    /// <summary>Starts the hunk with this head.</summary>
    public void Enter(Match hunk)
    {
        before = Number("before");
        after = Number("after");
        beforeLeft = hunk.Groups["beforeLength"].Success ? Number("beforeLength") : 1;
        afterLeft = hunk.Groups["afterLength"].Success ? Number("afterLength") : 1;
        LookAhead();

        int Number(string group) => int.Parse(hunk.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>Gives the hunk up, because its next line is none of a hunk's.</summary>
    public void Leave() => InHunk = false;

    /// <summary>Counts a line that is the same before and after, and returns its number after.</summary>
    public int Both()
    {
        Before();
        return After();
    }

    /// <summary>Counts a line that is only before, and returns its number.</summary>
    public int Before()
    {
        beforeLeft--;
        LookAhead();
        return before++;
    }

    /// <summary>Counts a line that is only after, and returns its number.</summary>
    public int After()
    {
        afterLeft--;
        LookAhead();
        return after++;
    }

    private void LookAhead() => InHunk = beforeLeft > 0 || afterLeft > 0;
}
