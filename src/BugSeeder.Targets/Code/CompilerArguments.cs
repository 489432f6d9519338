using BugSeeder.Execution.Builds;
using BugSeeder.Model;

namespace BugSeeder.Code;

/// <summary>The arguments that a target's own build gives to the compiler, asked of MSBuild without compiling.</summary>
internal static class CompilerArguments
{
    public static async Task<string[]> CaptureAsync(DotNet dotnet, string folder, string project, string? framework, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "-t:Compile", "-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
            // Without a missing input an up-to-date project would give none.
            "-p:NonExistentFile=__NonExistentSubDir__/__NonExistentFile__",
            "-getItem:CscCommandLineArgs",
            .. framework is null ? Array.Empty<string>() : [$"-p:TargetFramework={framework}"],
        ];
        var result = await dotnet.BuildAsync(folder, project, arguments, cancellationToken);
        if (MSBuildAnswer.Of(result) is not { } answer)
            throw Unusable(project, result.OutputText + result.ErrorText);
        var found = answer.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!).ToArray();
        return found.Length > 0 ? found : throw Unusable(project, "MSBuild named no compiler arguments.");
    }

    private static UserError Unusable(string project, string output) => new(
        $"The compiler arguments of '{project}' cannot be found out: {output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? output.Trim()}",
        "Leave the project out with `product` or `tests` in bugseeder.yml, or give the MSBuild properties it needs with `properties`.",
        ExitCode.TargetUnusable);
}
