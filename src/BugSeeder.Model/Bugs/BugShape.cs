namespace BugSeeder.Model.Bugs;

/// <summary>How many places a bug has, and how far they lie apart. A hunk is a run of changed lines; changes on neighbouring lines are one hunk.</summary>
public enum BugShape
{
    /// <summary>One hunk.</summary>
    OneHunk,

    /// <summary>Two hunks or more within one member.</summary>
    SeveralHunks,

    /// <summary>Hunks in two members or more of one file.</summary>
    AcrossMembers,

    /// <summary>Hunks in two files or more.</summary>
    AcrossFiles,
}
