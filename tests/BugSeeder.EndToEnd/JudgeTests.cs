using System.Diagnostics;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Git;
using BugSeeder.Execution.Sandboxes;
using BugSeeder.Model.Targets;

namespace BugSeeder.EndToEnd;

public sealed class JudgeTests(TinyTarget target)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Ends the test process as long as a file is there, and takes it away; with another in its place it does so every time.</summary>
    private static string Crashing(string once, string always) => $$""""
        using System;
        using System.IO;
        using Xunit;

        namespace Tiny.Tests;

        public class CrashingTests
        {
            [Fact]
            public void The_process_ends()
            {
                if (File.Exists("""{{once}}"""))
                {
                    File.Delete("""{{once}}""");
                    Environment.FailFast("No memory is left.");
                }

                if (File.Exists("""{{always}}"""))
                    Environment.FailFast("No memory is left.");
            }
        }

        """";

    [Fact]
    public async Task Where_analyzers_do_not_look_at_the_original_they_look_at_what_changes()
    {
        const string File = "src/Tiny/Loose.cs";
        var work = Directory.CreateTempSubdirectory("judge ");
        try
        {
            var tree = TargetReader.Read(target.Path).Tree.WithText(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CA1805.severity = error\n")
                .WithText(File, "namespace Tiny;\n\npublic static class Loose\n{\n    public static int Count = 0;\n}\n");
            using var judge = await Judge.OpenAsync(tree, new TargetSettings { Boxed = false, AnalyzesOriginal = false }, work.FullName, baselineRuns: 0, parallel: 1, new Progress<string>(), Cancel);

            var verdict = await judge.JudgeAsync(tree.WithText(File, tree.Files[File].Text + "// More.\n"), Cancel);

            verdict.Outcome.ShouldBe(TreeOutcome.BuildFailed);
            verdict.Diagnostics.ShouldContain(diagnostic => diagnostic.Code == "CA1805");
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    /// <summary>What MSBuild says of itself, such as that a file could not be read just now, is no compiler's word on the tree.</summary>
    [Fact]
    public async Task A_build_that_only_MSBuild_says_failed_is_done_once_more_from_the_beginning()
    {
        var (work, once) = (Directory.CreateTempSubdirectory("judge "), target.Outside("fail once"));
        try
        {
            var tree = TargetReader.Read(target.Path).Tree;
            var project = tree.Files.Keys.Single(path => path.EndsWith("Tiny.Tests.csproj", StringComparison.Ordinal));
            using var judge = await Judge.OpenAsync(tree, new TargetSettings { Boxed = false }, work.FullName, baselineRuns: 0, parallel: 1, new Progress<string>(), Cancel);
            var failing = tree.WithText(project, tree.Files[project].Text!.Replace("</Project>", $"""
                <Target Name="FailOnce" BeforeTargets="Build" Condition="Exists('{once}')">
                  <Delete Files="{once}" />
                  <Error Code="MSB4025" Text="The project file could not be loaded." />
                </Target>
                </Project>
                """, StringComparison.Ordinal));

            await File.WriteAllTextAsync(once, "", Cancel);
            var verdict = await judge.JudgeAnewAsync(failing, Cancel);

            verdict.Outcome.ShouldBe(TreeOutcome.Tested, string.Join('\n', verdict.Diagnostics));
            File.Exists(once).ShouldBeFalse();
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    /// <summary>
    /// It ends by itself after ten quiet minutes, as between the trials of a slow assistant. A build that starts one in its own box must not serve others,
    /// whose sources it does not see there.
    /// </summary>
    [Fact]
    public async Task Builds_side_by_side_succeed_after_the_compiler_server_has_ended()
    {
        // The box's user must get through, which it does not in a folder that is its maker's alone.
        var work = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"w-{Guid.NewGuid():N}"));
        try
        {
            var sandbox = await Sandbox.FindAsync(Path.Combine(work.FullName, "s"), Cancel);
            Assert.SkipUnless(sandbox.Hides, "This machine has no sandbox.");
            var folder = Path.Combine(work.FullName, "t");
            var tree = TargetReader.Read(target.Path).Tree;
            using var judge = await Judge.OpenAsync(tree, new TargetSettings { Sandbox = sandbox }, folder, baselineRuns: 0, parallel: 2, new Progress<string>(), Cancel);
            judge.Boxing.ShouldStartWith("in a box");
            var source = tree.Files.Keys.First(path => path.StartsWith("src/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal));
            await JudgeTwoAsync("// Before.");

            var servers = Directory.EnumerateFiles(Path.Combine(folder, "b")).Select(Path.GetFileName).SelectMany(pipe => Process.GetProcessesByName("dotnet").Where(process => IsServerOf(process, pipe!))).ToList();
            servers.ShouldNotBeEmpty();
            servers.ForEach(server => server.Kill());
            var verdicts = await JudgeTwoAsync("// Behind.");

            verdicts.ShouldAllBe(verdict => verdict.Outcome == TreeOutcome.Tested, string.Join('\n', verdicts.SelectMany(verdict => verdict.Diagnostics)));

            Task<TreeVerdict[]> JudgeTwoAsync(string comment) =>
                Task.WhenAll(Enumerable.Range(1, 2).Select(number => judge.JudgeAnewAsync(tree.WithText(source, $"{tree.Files[source].Text}\n{comment} {number}\n"), Cancel)));
        }
        finally
        {
            work.Delete(recursive: true);
        }

        static bool IsServerOf(Process process, string pipe)
        {
            try
            {
                return File.ReadAllText($"/proc/{process.Id}/cmdline").Contains("-pipename:" + pipe, StringComparison.Ordinal);
            }
            catch (IOException)
            {
                // It has ended.
                return false;
            }
        }
    }

    [Fact]
    public async Task A_tree_whose_tests_crash_is_judged_once_more_alone()
    {
        var (work, once, always) = (Directory.CreateTempSubdirectory("judge "), target.Outside("crash once"), target.Outside("crash always"));
        try
        {
            var tree = TargetReader.Read(target.Path).Tree;
            using var judge = await Judge.OpenAsync(tree, new TargetSettings(), work.FullName, baselineRuns: 1, parallel: 2, new Progress<string>(), Cancel);
            var crashing = tree.WithText("tests/Tiny.Tests/CrashingTests.cs", Crashing(once, always));

            await File.WriteAllTextAsync(once, "", Cancel);
            var beside = judge.JudgeAnewAsync(tree, Cancel);
            var (first, second) = await judge.JudgeTwiceAsync(crashing.WithText("tests/Tiny.Tests/OrderTests.cs", tree.Files["tests/Tiny.Tests/OrderTests.cs"].Text!.Replace("Equal(7,", "Equal(8,", StringComparison.Ordinal)), Cancel);
            (first.Outcome, second?.Outcome).ShouldBe((TreeOutcome.Tested, TreeOutcome.Tested));
            (await beside).Outcome.ShouldBe(TreeOutcome.Tested);
            File.Exists(once).ShouldBeFalse();

            await File.WriteAllTextAsync(always, "", Cancel);
            (await judge.JudgeAnewAsync(crashing, Cancel)).Outcome.ShouldBe(TreeOutcome.TestsCrashed);
            (await judge.JudgeAnewAsync(tree, Cancel)).Outcome.ShouldBe(TreeOutcome.Tested, "the places are free again");
        }
        finally
        {
            File.Delete(once);
            File.Delete(always);
            work.Delete(recursive: true);
        }
    }
}
