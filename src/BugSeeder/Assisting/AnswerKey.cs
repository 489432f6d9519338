using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Trials;

namespace BugSeeder.Assisting;

/// <summary>What only a reference assistant knows of a trial.</summary>
/// <param name="Kind">What is in the workspace.</param>
/// <param name="Bug">The bug, or the bug that the control belongs to.</param>
/// <param name="Given">The workspace as it was given.</param>
/// <param name="Original">The target as it is.</param>
/// <param name="TestFiles">The original's test files that are not in the workspace as they are in the original: where the witnesses are.</param>
/// <param name="ProductFiles">Product source files of the workspace that the bug does not touch.</param>
/// <param name="RemainingTestFiles">Test source files of the workspace.</param>
internal sealed record AnswerKey(
    SubjectKind Kind,
    Bug Bug,
    SourceTree Given,
    SourceTree Original,
    IReadOnlyList<string> TestFiles,
    IReadOnlyList<string> ProductFiles,
    IReadOnlyList<string> RemainingTestFiles);
