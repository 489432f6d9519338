namespace BugSeeder.Tests.Preparing;

public sealed class OrphanTests
{
    private static string Class(string members, string others = "") => $"using Xunit;\n\npublic class A\n{{\n    [Fact]\n    public void Stays() {{ }}\n\n{members}}}\n{others}";

    private static string Bare(string others = "") => $"using Xunit;\n\npublic class A\n{{\n    [Fact]\n    public void Stays() {{ }}\n}}\n{others}";

    [Theory]
    [InlineData("    [Fact]\n    public void Goes() => Check(1);\n\n    private static void Check(int depth)\n    {\n        if (depth < 3)\n            Check(depth + 1);\n    }\n")]
    [InlineData("    private const int Expected = 3;\n\n    [Fact]\n    public void Goes() => Assert.Equal(Expected, 3);\n")]
    [InlineData("    public static IEnumerable<object[]> Rows => [[1]];\n\n    [Theory]\n    [MemberData(nameof(Rows))]\n    public void Goes(int a) => Assert.True(a > 0);\n")]
    [InlineData("    public static IEnumerable<object[]> Rows() => [[1]];\n\n    [Theory]\n    [MemberData(\"Rows\")]\n    public void Goes(int a) => Assert.True(a > 0);\n")]
    public void What_only_the_witness_used_goes_with_it(string members) => Removal.Of(Class(members), "A.Goes").ShouldBe(Bare());

    [Fact]
    public void A_helper_class_goes_even_when_it_names_itself()
    {
        const string Helper = "\ninternal sealed class Basket\n{\n    public Basket() { }\n\n    public static Basket Full() => new Basket();\n}\n";

        Removal.Of(Class("    [Fact]\n    public void Goes() => Assert.True(Basket.Full() is not null);\n", Helper), "A.Goes").ShouldBe(Bare());
    }

    [Fact]
    public void What_orphans_used_goes_too()
    {
        const string Members = "    [Fact]\n    public void Goes() => First();\n\n    private static void First() => Second();\n\n    private static void Second() { }\n";

        Removal.Of(Class(Members), "A.Goes").ShouldBe(Bare());
    }

    [Fact]
    public void What_something_else_uses_stays()
    {
        const string Text = "using Xunit;\n\npublic class A\n{\n    [Fact]\n    public void Stays() => Check();\n\n    private static void Check() { }\n\n    private static void Unused() { }\n\n    [Fact]\n    public void Goes() => Check();\n}\n";

        Removal.Of(Text, "A.Goes").ShouldBe(Text.Replace("\n    [Fact]\n    public void Goes() => Check();\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_member_that_implements_an_interface_of_the_product_stays()
    {
        const string Text = "using Shop;\nusing Xunit;\n\npublic class A\n{\n    [Fact]\n    public void Stays() => Assert.Equal(1, Money.Now(new Fake()));\n\n    [Fact]\n    public void Goes() => Assert.Equal(1, new Fake().Now);\n\n    private sealed class Fake : IClock\n    {\n        public int Now => 1;\n    }\n}\n";

        // Money.Now is a mention; without it only the interface keeps the member.
        Removal.Of(Text.Replace("Money.Now(new Fake())", "Use(new Fake())", StringComparison.Ordinal).Replace("    private sealed", "    private static int Use(IClock clock) => clock.GetHashCode();\n\n    private sealed", StringComparison.Ordinal), "A.Goes").ShouldContain("public int Now => 1;");
    }

    [Fact]
    public void A_using_that_only_the_witness_needed_goes_and_an_unnecessary_one_that_was_there_stays()
    {
        const string Text = "using System.Globalization;\nusing System.Text;\nusing Xunit;\n\npublic class A\n{\n    [Fact]\n    public void Stays() { }\n\n    [Fact]\n    public void Goes() => Assert.True(CultureInfo.InvariantCulture is not null);\n}\n";

        Removal.Of(Text, "A.Goes").ShouldBe("using System.Text;\nusing Xunit;\n\npublic class A\n{\n    [Fact]\n    public void Stays() { }\n}\n");
    }

    [Fact]
    public void Usings_that_all_go_leave_no_blank_line_at_the_top()
    {
        const string Text = "using System.Globalization;\n\nnamespace T;\n\npublic class A\n{\n    [Xunit.Fact]\n    public void Stays() { }\n\n    [Xunit.Fact]\n    public void Goes() => Xunit.Assert.True(CultureInfo.InvariantCulture is not null);\n}\n";

        Removal.Of(Text, "T.A.Goes").ShouldBe("namespace T;\n\npublic class A\n{\n    [Xunit.Fact]\n    public void Stays() { }\n}\n");
    }
}
