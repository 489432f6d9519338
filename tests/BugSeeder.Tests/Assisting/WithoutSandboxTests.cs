using BugSeeder.Assisting;
using BugSeeder.Execution.Assistants;
using BugSeeder.Execution.Sandboxes;
using BugSeeder.Model;

namespace BugSeeder.Tests.Assisting;

public class WithoutSandboxTests
{
    private static readonly Sandbox None = Sandbox.None("Install a wall.");

    /// <summary>The first command must run on a machine that has nothing but the SDK and git.</summary>
    [Fact]
    public void Assistants_of_our_own_run_where_there_is_no_sandbox() =>
        Should.NotThrow(() => Confiner.RefuseUnlessAllowed(None, new(), Named("mender", "oracle", "noop")));

    [Theory]
    [InlineData("claude")]
    [InlineData("codex")]
    [InlineData("aider")]
    public void One_of_others_is_refused_there_and_named(string name)
    {
        var error = Should.Throw<UserError>(() => Confiner.RefuseUnlessAllowed(None, new(), Named("mender", name)));
        error.Message.ShouldContain($"'{name}'");
        error.Remedy.ShouldContain("Install a wall.");
        error.Remedy.ShouldContain("--allow-unsandboxed");
        error.ExitCode.ShouldBe(ExitCode.AssistantUnusable);
    }

    [Fact]
    public void One_of_others_runs_there_when_the_user_says_so() =>
        Should.NotThrow(() => Confiner.RefuseUnlessAllowed(None, new() { AllowUnsandboxed = true }, Named("claude")));

    [Fact]
    public void Only_what_ships_with_BugSeeder_is_ours() =>
        Assistants.Catalogue.Kinds.Select(kind => kind.Name).Where(name => name != "command" && Assistants.IsOurs(name, new()))
            .ShouldBe(["mender", .. Assistants.References], ignoreOrder: true);

    [Fact]
    public void What_only_answers_like_Mender_is_not_ours() =>
        new AssistantCatalogue().Create(new("mender", "mender") { Command = ["my-mender"] }).IsOurs.ShouldBeFalse();

    private static IReadOnlyList<IAssistant> Named(params IEnumerable<string> names) => [.. names.Select(name => Assistants.Create(name, new()))];
}
