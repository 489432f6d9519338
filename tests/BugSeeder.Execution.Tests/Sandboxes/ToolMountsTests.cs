using BugSeeder.Execution.Assistants;
using BugSeeder.Execution.Processes;
using BugSeeder.Execution.Sandboxes;
using BugSeeder.Model.Runs;

namespace BugSeeder.Execution.Tests.Sandboxes;

/// <summary>Programs that somebody installed for himself run in a box as well.</summary>
public sealed class ToolMountsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_of_Node_finds_the_packages_beside_its_own()
    {
        Assert.SkipWhen(ProgramPath.Find("node") is null, "Node is not installed.");
        using var walled = await Walled.OpenAsync(SandboxLevel.Bubblewrap, Token);
        var script = Write(walled, "app/node_modules/tool/cli.js", "#!/usr/bin/env node\nconsole.log('found', require('helper'));\n");
        Write(walled, "app/node_modules/helper/index.js", "module.exports = 'its helper';\n");

        (await RunAsync(walled, script)).ShouldBe("found its helper\n");
    }

    [Fact]
    public async Task A_program_of_Python_finds_its_environment()
    {
        Assert.SkipWhen(ProgramPath.Find("python3") is null, "Python is not installed.");
        using var walled = await Walled.OpenAsync(SandboxLevel.Bubblewrap, Token);
        var environment = Path.Combine(walled.Folder, "own");
        var made = await ProcessRunner.RunAsync(new("python3", ["-m", "venv", "--without-pip", environment], walled.Folder) { TimeLimit = TimeSpan.FromMinutes(1) }, Token);
        Assert.SkipWhen(!made.Succeeded, $"Python makes no environments here: {made.ErrorText}");
        var packages = Directory.EnumerateDirectories(environment, "site-packages", SearchOption.AllDirectories).First();
        await File.WriteAllTextAsync(Path.Combine(packages, "helper.py"), "name = 'its helper'\n", Token);
        var script = Write(walled, "own/bin/tool", $"#!{environment}/bin/python3\nimport helper\nprint('found', helper.name)\n");

        (await RunAsync(walled, script)).ShouldBe("found its helper\n");
    }

    private static async Task<string> RunAsync(Walled walled, string program)
    {
        var box = walled.Box([.. ToolMounts.Of(Installation.Of(program), [])]);
        var result = await ProcessRunner.RunAsync(new(program, [], walled.Workspace) { Box = box, TimeLimit = TimeSpan.FromSeconds(30) }, Token);
        result.End.ShouldBe(ProcessEnd.Exited, result.ErrorText);
        return result.OutputText + result.ErrorText;
    }

    private static string Write(Walled walled, string name, string text)
    {
        var path = Path.Combine(walled.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return path;
    }
}
