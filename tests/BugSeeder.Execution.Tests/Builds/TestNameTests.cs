using BugSeeder.Execution.Builds;

namespace BugSeeder.Execution.Tests.Builds;

public sealed class TestNameTests
{
    [Theory]
    [InlineData("Adds", "Adds", "P::N.C.Adds")]
    [InlineData("Adds", "Adds(1, 2)", "P::N.C.Adds(1, 2)")]
    [InlineData("N.C.Adds", "N.C.Adds(x: 1)", "P::N.C.Adds(x: 1)")]
    [InlineData("Adds", "It adds up", "P::N.C.Adds [It adds up]")]
    public void A_test_is_known_by_project_class_method_and_arguments(string method, string shown, string name) => TestName.Of("P", "N.C", method, shown).ShouldBe(name);

    /// <summary>A worker sees the text itself, a results file has what XML lets it write.</summary>
    [Theory]
    [InlineData("Says(\"\U0001F600\")", """P::N.C.Says("\ud83d\ude00")""")]
    [InlineData("Says(\"\u0007\uffff\")", """P::N.C.Says("\u0007\uffff")""")]
    public void What_results_files_cannot_hold_is_written_as_they_write_it(string shown, string name)
    {
        TestName.Of("P", "N.C", "Says", shown).ShouldBe(name);
        TestName.Of("P", "N.C", "Says", name["P::N.C.".Length..]).ShouldBe(name);
    }
}
