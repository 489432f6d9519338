using BugSeeder.Configuration;
using BugSeeder.Execution.Builds;
using BugSeeder.Model;
using BugSeeder.Model.Statistics;

namespace BugSeeder.Tests.Configuration;

public sealed class ConfigurationTests
{
    private static ConfigurationFile Read(string text)
    {
        using var folder = new TemporaryFolder();
        return ConfigurationFile.Read(folder.Write("bugseeder.yml", text));
    }

    [Theory]
    [InlineData("target:\n  solutoin: a.sln\n", 2, 3)]
    [InlineData("specs: []\nspec: a.md\n", 2, 1)]
    [InlineData("run:\n  bugs: many\n", 2, 9)]
    [InlineData("specs: []\nspecs: []\n", 2, 1)]
    [InlineData("specs: [a.md\n", 2, 1)]
    public void A_mistake_is_said_with_line_and_column(string text, int line, int column) =>
        Should.Throw<UserError>(() => Read(text)).Message.ShouldContain($"line {line}, column {column}:");

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("target:\nspecs:\nleaveOut:\nmayChange:\nassistants:\nseed:\nrun:\n")]
    [InlineData("target:\n  properties:\n  environment:\n  tests:\n  product:\nrun:\n  assistants:\n")]
    public void A_key_without_a_value_is_as_if_it_were_not_there(string text)
    {
        var read = Read(text);

        Settings.Target(read, []).ShouldBeEquivalentTo(Settings.Target(new(), []));
        read.Specs.ShouldBeEmpty();
        read.Run.Assistants.ShouldBeEmpty();
        read.Assistants.ShouldBeEmpty();
    }

    [Fact]
    public void The_command_line_wins_over_the_file_and_the_file_over_the_defaults()
    {
        var file = Read("target:\n  configuration: Release\n  properties: { A: 1, B: 2 }\n  testLimitSeconds: 7\n");

        var merged = Settings.Target(file, ["B=3", "C=x=y"]);

        merged.Configuration.ShouldBe("Release");
        merged.Properties.ShouldBe(new Dictionary<string, string> { ["A"] = "1", ["B"] = "3", ["C"] = "x=y" }, ignoreOrder: true);
        merged.TestLimit.ShouldBe(TimeSpan.FromSeconds(7));
        merged.BuildLimit.ShouldBe(new TargetSettings().BuildLimit);
        Settings.Target(new(), []).Configuration.ShouldBe("Debug");
    }

    [Theory]
    [InlineData("NoValue")]
    [InlineData("=x")]
    public void A_property_needs_a_name_and_a_value(string property) => Should.Throw<UserError>(() => Settings.Target(new(), [property]));

    [Fact]
    public void A_time_limit_is_positive() => Should.Throw<UserError>(() => Settings.Target(Read("target: { testLimitSeconds: 0 }\n"), []));

    [Fact]
    public void A_file_that_was_named_must_be_there_and_the_targets_own_need_not()
    {
        using var folder = new TemporaryFolder();

        Should.Throw<UserError>(() => Settings.Read(folder.Path, folder.File("gone.yml")));
        Settings.Read(folder.Path, null).Specs.ShouldBeEmpty();
    }

    [Fact]
    public void The_template_of_a_target_in_which_nothing_was_found_can_be_read()
    {
        var read = Read(ConfigurationTemplate.Render(new(null, [], [], [], [])));

        Settings.Target(read, []).Solution.ShouldBeNull();
        read.Specs.ShouldBeEmpty();
        read.LeaveOut.ShouldBeEmpty();
        read.Run.Assistants.ShouldBe(["oracle"]);
    }

    [Theory]
    [InlineData("docs/spec.md")]
    [InlineData("a: b # c.md")]
    [InlineData("#a.md")]
    [InlineData("- a.md")]
    [InlineData("*a&b!.md")]
    [InlineData("[a] {b}.md")]
    [InlineData("it's \"so\".md")]
    [InlineData("@a`b%.md")]
    [InlineData("日本 ü.md")]
    [InlineData(" a .md ")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("1.0")]
    [InlineData("yes")]
    [InlineData("a\\b.md")]
    public void The_template_means_what_it_says_whatever_the_path(string path)
    {
        var read = Read(ConfigurationTemplate.Render(new(path, [], [path, "other/" + path], [path, "README.md"], ["claude"])));

        read.Target.Solution.ShouldBe(path);
        read.Specs.ShouldBe([path]);
        read.LeaveOut.ShouldBe(["other/" + path, "README.md"]);
        read.Run.Assistants.ShouldBe(["claude"]);
    }

    [Fact]
    public void An_example_of_the_template_is_valid_when_its_comment_sign_goes()
    {
        var lines = ConfigurationTemplate.Render(new(null, [], [], [], [])).Split('\n')
            .Select(line => line.TrimStart().StartsWith("# ", StringComparison.Ordinal) && (line.Contains(": ", StringComparison.Ordinal) || line.EndsWith(':')) && IsKey(line) ? Uncommented(line) : line);

        var read = Read(string.Join('\n', lines));

        read.Assistants.Keys.ShouldBe(["mine", "claude-small"]);
        read.Target.TestLimitSeconds.ShouldBe(600);
        read.Run.MaxCostUsd.ShouldBe(2);
        read.Seed.Bugs.ShouldBe(20);
    }

    [Theory]
    [InlineData(78, 1, 20)]
    [InlineData(35, 3, 20)]
    [InlineData(26, 5, 20)]
    [InlineData(19, 10, 20)]
    [InlineData(315, 1, 10)]
    [InlineData(138, 4, 10)]
    [InlineData(1296, 1, 5)]
    [InlineData(5, 10, null)]
    public void The_table_of_power_is_the_published_one(int bugs, int trials, int? effect) => Power.SmallestEffect(bugs, trials).ShouldBe(effect);

    [Fact]
    public void More_bugs_or_trials_never_show_less()
    {
        for (var bugs = 6; bugs < 400; bugs += 7)
        {
            Power.SmallestEffect(bugs + 7, 1)!.Value.ShouldBeLessThanOrEqualTo(Power.SmallestEffect(bugs, 1) ?? 101);
            Power.SmallestEffect(bugs, 3)!.Value.ShouldBeLessThanOrEqualTo(Power.SmallestEffect(bugs, 1) ?? 101);
        }
    }

    private static string Uncommented(string line) => line.IndexOf("# ", StringComparison.Ordinal) is var at ? line.Remove(at, 2) : line;

    private static bool IsKey(string line) => line.TrimStart()[2..].TrimStart().Split(':')[0] is var key && key.Length > 0 && char.IsAsciiLetterLower(key[0]) && key.All(letter => char.IsAsciiLetter(letter) || letter == '-');
}
