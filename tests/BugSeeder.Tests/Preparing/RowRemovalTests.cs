namespace BugSeeder.Tests.Preparing;

public sealed class RowRemovalTests
{
    private static string Xunit(string parameters, params string[] rows) =>
        $"using Shop;\nusing Xunit;\n\npublic class A\n{{\n    [Fact]\n    public void Stays() => Assert.True(Color.Red == 0);\n\n    [Theory]\n{string.Concat(rows.Select(row => $"    [InlineData({row})]\n"))}    public void Adds({parameters}) => Assert.True(true);\n}}\n";

    [Theory]
    [InlineData("int a, int b", "1, 2", "(a: 1, b: 2)")]
    [InlineData("int a, int b", "-1, -2", "(a: -1, b: -2)")]
    [InlineData("string a", "\"x\"", "(a: \"x\")")]
    [InlineData("string a", "\"a, b: \\\"c\\\" (d)\"", "(a: \"a, b: \\\"c\\\" (d)\")")]
    [InlineData("string a", "\"\"", "(a: \"\")")]
    [InlineData("string? a", "(object?)null", "(a: null)")]
    [InlineData("Color a", "Color.Green", "(a: Green)")]
    [InlineData("bool a", "true", "(a: True)")]
    [InlineData("char a", "'q'", "(a: 'q')")]
    [InlineData("double a", "0.1", "(a: 0.10000000000000001)")]
    [InlineData("decimal a", "3", "(a: 3)")]
    [InlineData("long a", "5000000000", "(a: 5000000000)")]
    public void One_row_of_a_theory_goes(string parameters, string row, string shown)
    {
        var others = parameters.Contains("int b", StringComparison.Ordinal) ? new[] { "10, 20", "1, 20" } : parameters.StartsWith("string", StringComparison.Ordinal) ? ["\"y\"", "\"z\""] : parameters switch
        {
            "Color a" => ["Color.Red"],
            "bool a" => ["false"],
            "char a" => ["'r'"],
            _ => ["1", "10"],
        };

        Removal.Of(Xunit(parameters, [row, .. others]), "A.Adds" + shown).ShouldBe(Xunit(parameters, others));
        Removal.Of(Xunit(parameters, [.. others, row]), "A.Adds" + shown).ShouldBe(Xunit(parameters, others));
    }

    [Fact]
    public void All_rows_take_the_method_along()
    {
        var left = Removal.Of(Xunit("int a", "1", "2"), "A.Adds(a: 1)", "A.Adds(a: 2)");

        left.ShouldNotContain("Adds");
        left.ShouldEndWith("    public void Stays() => Assert.True(Color.Red == 0);\n}\n");
    }

    [Theory]
    [InlineData("string a", "\"0123456789012345678901234567890123456789012345678901\"", "(a: \"01234567890123456789012345678901234567890123456789\"···)")]
    [InlineData("int[] a", "new int[] { 1, 2 }", "(a: [1, 2])")]
    [InlineData("object a", "1", "(a: 1)")]
    public void Where_a_row_cannot_be_told_the_whole_method_goes(string parameters, string row, string shown)
    {
        var other = parameters switch { "object a" => "\"1\"", "int[] a" => "new int[] { 3 }", _ => "\"x\"" };

        Removal.Of(Xunit(parameters, row, other), "A.Adds" + shown).ShouldNotContain("Adds");
    }

    [Fact]
    public void A_row_of_a_test_that_has_other_sources_too_takes_the_method_along()
    {
        const string Text = "using Xunit;\n\npublic class A\n{\n    public static IEnumerable<object[]> Rows => [[3]];\n\n    [Theory]\n    [InlineData(1)]\n    [InlineData(2)]\n    [MemberData(nameof(Rows))]\n    public void Adds(int a) => Assert.True(a > 0);\n\n    [Fact]\n    public void Stays() { }\n}\n";

        Removal.Of(Text, "A.Adds(a: 1)").ShouldBe("using Xunit;\n\npublic class A\n{\n    [Fact]\n    public void Stays() { }\n}\n");
    }

    [Theory]
    [InlineData("A.Adds(1,2)", "[TestCase(1, 2)]")]
    [InlineData("A.Adds(1.5d,\"a, b\")", "[TestCase(1.5, \"a, b\")]")]
    [InlineData("A.Adds(2.0d,null)", "[TestCase(2.0, null)]")]
    public void One_case_of_NUnit_goes(string test, string row)
    {
        var text = $"using NUnit.Framework;\n\npublic class A\n{{\n    {row}\n    [TestCase(7, 8)]\n    public void Adds(object a, object? b) => Assert.That(true);\n}}\n";

        Removal.Of(text, test).ShouldBe(text.Replace($"    {row}\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A.Adds (1,x)")]
    [InlineData("A.Adds (1,\"x\")")]
    public void One_row_of_MSTest_goes(string test)
    {
        const string Text = "using Microsoft.VisualStudio.TestTools.UnitTesting;\n\n[TestClass]\npublic class A\n{\n    [TestMethod]\n    [DataRow(1, \"x\")]\n    [DataRow(2, \"x\")]\n    public void Adds(int a, string b) => Assert.AreEqual(a, a);\n}\n";

        Removal.Of(Text, test).ShouldBe(Text.Replace("    [DataRow(1, \"x\")]\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[InlineData(1), InlineData(2), InlineData(3)]", new[] { "1", "2" }, "[InlineData(3)]")]
    [InlineData("[InlineData(1), InlineData(2), InlineData(3)]", new[] { "2" }, "[InlineData(1), InlineData(3)]")]
    [InlineData("[InlineData(1), InlineData(2), InlineData(3)]", new[] { "2", "3" }, "[InlineData(1)]")]
    [InlineData("[Theory, InlineData(1), InlineData(2)]", new[] { "2" }, "[Theory, InlineData(1)]")]
    [InlineData("[InlineData(1), InlineData(2)]\n    [InlineData(3)]", new[] { "1", "2" }, "[InlineData(3)]")]
    [InlineData("[InlineData(1)] [InlineData(2)]", new[] { "2" }, "[InlineData(1)]")]
    [InlineData("[InlineData(1)] [InlineData(2)]", new[] { "1" }, "[InlineData(2)]")]
    [InlineData("[InlineData(1)]\n    // Halves go up.\n    [InlineData(2)] // two\n    [InlineData(3)]", new[] { "2" }, "[InlineData(1)]\n    [InlineData(3)]")]
    public void Rows_go_however_they_are_written(string rows, string[] gone, string expected)
    {
        static string Text(string rows) => $"using Xunit;\n\npublic class A\n{{\n    {(rows.Contains("Theory", StringComparison.Ordinal) ? "" : "[Theory]\n    ")}{rows}\n    public void Adds(int a) => Assert.True(a > 0);\n}}\n";

        Removal.Of(Text(rows), [.. gone.Select(row => $"A.Adds(a: {row})")]).ShouldBe(Text(expected));
    }

    [Fact]
    public void Only_the_overload_that_has_the_row_loses_it()
    {
        const string Text = "using Xunit;\n\npublic class A\n{\n    [Theory]\n    [InlineData(1)]\n    [InlineData(2)]\n    public void Adds(int a) => Assert.True(a > 0);\n\n    [Theory]\n    [InlineData(\"x\")]\n    [InlineData(\"y\")]\n    public void Adds(string a) => Assert.True(a.Length > 0);\n}\n";

        Removal.Of(Text, "A.Adds(a: 2)").ShouldBe(Text.Replace("    [InlineData(2)]\n", "", StringComparison.Ordinal));
    }
}
