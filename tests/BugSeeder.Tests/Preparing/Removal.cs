using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Preparing;

namespace BugSeeder.Tests.Preparing;

/// <summary>Takes tests out of sources that are given as text.</summary>
internal static class Removal
{
    public static string Of(string text, params string[] tests) => From(Sources.Tree((Sources.Path, text)), tests).Files[Sources.Path].Text!;

    public static SourceTree From(SourceTree tree, params string[] tests)
    {
        var project = Sources.Project("tests/T.csproj", "T", tree);
        Sources.Errors(project).ShouldBeEmpty();
        var result = WitnessRemoval.Remove(tree, new TargetCode([], [project]), [.. tests.Select(test => "T::" + test)], TestContext.Current.CancellationToken);
        result.Problem.ShouldBeNull();
        Sources.Errors(Sources.Project("tests/T.csproj", "T", result.Tree)).ShouldBeEmpty();
        return result.Tree;
    }
}
