namespace BugSeeder.Model.Trials;

/// <summary>How much is explained beyond the spec.</summary>
public enum HelpLevel
{
    /// <summary>Nothing more.</summary>
    Spec,
}

/// <summary>All that differs between two arms: a spec variant, or none, at a help level.</summary>
/// <param name="Name">The arm's name in reports: <c>none</c>, <c>spec</c>, or <c>spec:</c> and the variant's name where there are several.</param>
/// <param name="Spec">The path of the spec variant as the user named it; <see langword="null"/> for <c>none</c>.</param>
/// <param name="Help">How much is explained beyond it.</param>
public sealed record Briefing(string Name, string? Spec, HelpLevel Help)
{
    /// <summary>The arm without a spec.</summary>
    public static Briefing None { get; } = new("none", null, HelpLevel.Spec);
}

/// <summary>What is in the workspace.</summary>
public enum SubjectKind
{
    /// <summary>A planted bug.</summary>
    Bug,

    /// <summary>A bug's own workspace with the bug undone: nothing is wrong in it.</summary>
    CleanControl,
}

/// <summary>One bug or control under one briefing: a workspace and a prompt.</summary>
/// <param name="Id">Its name, such as <c>spec.b07-3f9a2c</c>.</param>
/// <param name="Kind">What is in the workspace.</param>
/// <param name="Bug">The bug, or the bug that the control belongs to.</param>
/// <param name="Briefing">The briefing.</param>
/// <param name="Tree">SHA-256 over every path and content of the workspace, in hexadecimal.</param>
public sealed record Challenge(string Id, SubjectKind Kind, string Bug, Briefing Briefing, string Tree);

/// <summary>Names one trial; the same run has the same trials.</summary>
/// <param name="Assistant">The assistant's name.</param>
/// <param name="Challenge">The challenge's id.</param>
/// <param name="Repetition">Which repetition it is, from 1.</param>
public sealed record TrialKey(string Assistant, string Challenge, int Repetition)
{
    /// <summary>The trial's name, which is also its folder.</summary>
    public override string ToString() => $"{Assistant}.{Challenge}.{Repetition}";
}
