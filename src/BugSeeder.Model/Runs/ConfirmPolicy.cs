namespace BugSeeder.Model.Runs;

/// <summary>How far fast verdicts on assistants' work are checked against the target's real build and tests.</summary>
public enum ConfirmPolicy
{
    /// <summary>A random tenth of the trials is scored a second time by the real build.</summary>
    Sample,

    /// <summary>Every trial is scored by the real build, and none fast.</summary>
    All,

    /// <summary>Nothing that was settled fast is checked.</summary>
    None,
}
