namespace BugSeeder.Execution.Assistants;

/// <summary>The variables that would send an assistant's git to another repository, such as when BugSeeder runs from a git hook.</summary>
internal static class GitVariables
{
    /// <summary>An environment that removes them.</summary>
    public static Dictionary<string, string?> None() => new(StringComparer.Ordinal)
    {
        ["GIT_DIR"] = null,
        ["GIT_WORK_TREE"] = null,
        ["GIT_INDEX_FILE"] = null,
        ["GIT_OBJECT_DIRECTORY"] = null,
        ["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = null,
        ["GIT_PREFIX"] = null,
    };
}
