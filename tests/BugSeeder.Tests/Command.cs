using BugSeeder.Execution.Processes;

namespace BugSeeder.Tests;

/// <summary>Runs a real program and wants it to succeed.</summary>
internal static class Command
{
    public static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["GIT_CONFIG_GLOBAL"] = "/dev/null", ["GIT_CONFIG_NOSYSTEM"] = "1",
            ["GIT_AUTHOR_NAME"] = "A", ["GIT_AUTHOR_EMAIL"] = "a@example.com", ["GIT_COMMITTER_NAME"] = "A", ["GIT_COMMITTER_EMAIL"] = "a@example.com",
        };
        var result = await ProcessRunner.RunAsync(new(program, arguments, folder) { Environment = environment, TimeLimit = TimeSpan.FromMinutes(2) }, TestContext.Current.CancellationToken);
        result.Succeeded.ShouldBeTrue($"{program} {string.Join(' ', arguments)}\n{result.OutputText}{result.ErrorText}");
        return result.OutputText;
    }
}
