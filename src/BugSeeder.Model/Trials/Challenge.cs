using System.Text.Json.Serialization;

namespace BugSeeder.Model.Trials;

/// <summary>How much is explained beyond the spec.</summary>
public enum HelpLevel
{
    /// <summary>Nothing more.</summary>
    Spec,

    /// <summary>What a user sees go wrong, without a word of code.</summary>
    Symptom,

    /// <summary>A failing test as well.</summary>
    Witness,

    /// <summary>File, member and line as well.</summary>
    Location,

    /// <summary>Everything by hand – symptom, test, place and what the mistake is –, without the spec and without the patch.</summary>
    Full,
}

/// <summary>In which form an arm has its spec.</summary>
public enum BriefingForm
{
    /// <summary>As it is written.</summary>
    AsWritten,

    /// <summary>The same headings and length, and nothing required: having any document primes an audit.</summary>
    Placebo,

    /// <summary>As it is written, tried once more beside the help levels: a second try alone improves.</summary>
    Again,

    /// <summary>With some of its sections left out, drawn by lot anew for each trial.</summary>
    Ablated,

    /// <summary>Without the clauses that the bug is linked to: it must then be fixed less often, or the grade does not measure them.</summary>
    WithoutClause,
}

/// <summary>All that differs between two arms: a spec variant, or none, at a help level.</summary>
/// <param name="Name">The arm's name in reports: <c>none</c>, <c>spec</c>, or <c>spec:</c> and the variant's name where there are several.</param>
/// <param name="Spec">The path of the spec variant as the user named it; <see langword="null"/> for <c>none</c>.</param>
/// <param name="Help">How much is explained beyond it.</param>
/// <param name="Form">In which form the spec is given.</param>
public sealed record Briefing(string Name, string? Spec, HelpLevel Help, BriefingForm Form = BriefingForm.AsWritten)
{
    /// <summary>The ids of the sections or clauses that are left out of the spec; <see langword="null"/> for the whole of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? LeftOut { get; init; }

    /// <summary>The arm without a spec.</summary>
    public static Briefing None { get; } = new("none", null, HelpLevel.Spec);

    /// <summary>The arm with everything explained by hand.</summary>
    public static Briefing Full { get; } = new("full", null, HelpLevel.Full);

    /// <summary>The levels between the spec and everything, climbed for what the spec did not solve.</summary>
    public static IReadOnlyList<HelpLevel> Between { get; } = [HelpLevel.Symptom, HelpLevel.Witness, HelpLevel.Location];

    /// <summary>The name of the arm of a spec at a level of help.</summary>
    public static string HelpedOf(string spec, HelpLevel level) => $"{spec}+{level.ToString().ToLowerInvariant()}";

    /// <summary>The name of the arm that tries a spec again.</summary>
    public static string AgainOf(string spec) => $"{spec}+again";

    /// <summary>The name of the placebo's arm of a spec.</summary>
    public static string PlaceboOf(string spec) => $"{spec}+placebo";

    /// <summary>The name of the arm of a spec with sections left out by lot.</summary>
    public static string AblatedOf(string spec) => $"{spec}+ablated";

    /// <summary>The name of the arm of a spec without the clauses of the bug.</summary>
    public static string WithoutClauseOf(string spec) => $"{spec}+without-clause";

    /// <summary>Whether a name is that of an arm with parts of a spec left out.</summary>
    public static bool IsLeftOut(string name) => name.EndsWith(AblatedOf(""), StringComparison.Ordinal) || name.EndsWith(WithoutClauseOf(""), StringComparison.Ordinal);

    /// <summary>Whether a name is that of an arm with a spec as it is written and no further help.</summary>
    public static bool IsPlainSpec(string name) =>
        (name == "spec" || name.StartsWith("spec:", StringComparison.Ordinal))
        && !IsLeftOut(name)
        && !Between.Select(level => HelpedOf("", level)).Append(AgainOf("")).Append(PlaceboOf("")).Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal));
}

/// <summary>What is in the workspace.</summary>
public enum SubjectKind
{
    /// <summary>A planted bug.</summary>
    Bug,

    /// <summary>A bug's own workspace with the bug undone: nothing is wrong in it.</summary>
    CleanControl,

    /// <summary>The same with a rewrite that looks suspicious and behaves the same, proven by the tests.</summary>
    RefactorControl,
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
