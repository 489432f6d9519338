using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Preparing;

namespace BugSeeder.Tests.Preparing;

public sealed class MethodRemovalTests
{
    private const string Three = """
        using Xunit;

        namespace Shop.Tests;

        public class MoneyTests
        {
            [Fact]
            public void First() => Assert.True(true);

            /// <summary>About the second.</summary>
            [Fact]
            public void Second()
            {
                Assert.True(true);
            }

            // About the third.
            [Fact]
            public void Third() => Assert.True(true); // trailing
        }

        """;

    [Theory]
    [InlineData("First")]
    [InlineData("Second")]
    [InlineData("Third")]
    public void A_method_goes_with_its_comments_and_one_blank_line(string name)
    {
        var blocks = Three.Split("\n\n").ToList();
        var index = blocks.FindIndex(block => block.Contains(" " + name + "(", StringComparison.Ordinal));
        var expected = name switch
        {
            "First" => Three.Replace("    [Fact]\n    public void First() => Assert.True(true);\n\n", "", StringComparison.Ordinal),
            "Second" => string.Join("\n\n", blocks.Where((_, at) => at != index)),
            _ => Three[..Three.IndexOf("\n    // About the third.", StringComparison.Ordinal)] + "}\n",
        };

        Removal.Of(Three, $"Shop.Tests.MoneyTests.{name}").ShouldBe(expected);
    }

    [Fact]
    public void Neighbours_that_go_together_leave_no_double_blank_line()
    {
        Removal.Of(Three, "Shop.Tests.MoneyTests.First", "Shop.Tests.MoneyTests.Second").ShouldBe("""
            using Xunit;

            namespace Shop.Tests;

            public class MoneyTests
            {
                // About the third.
                [Fact]
                public void Third() => Assert.True(true); // trailing
            }

            """);
        Removal.Of(Three, "Shop.Tests.MoneyTests.First", "Shop.Tests.MoneyTests.Third").ShouldBe("""
            using Xunit;

            namespace Shop.Tests;

            public class MoneyTests
            {
                /// <summary>About the second.</summary>
                [Fact]
                public void Second()
                {
                    Assert.True(true);
                }
            }

            """);
    }

    [Fact]
    public void Line_ends_tabs_and_byte_order_mark_stay_as_they_are()
    {
        var text = Three.Replace("    ", "\t", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        var tree = SourceTree.Of([KeyValuePair.Create(Sources.Path, new TreeFile([0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(text)]))]);

        var file = Removal.From(tree, "Shop.Tests.MoneyTests.Third").Files[Sources.Path];

        var expected = text[..text.IndexOf("\r\n\t// About the third.", StringComparison.Ordinal)] + "}\r\n";
        file.Content.ShouldBe([0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(expected)]);
    }

    [Fact]
    public void No_blank_line_is_left_behind_an_opening_brace_and_none_is_added_before_a_closing_one()
    {
        const string Airy = "using Xunit;\n\npublic class A\n{\n\n    [Fact]\n    public void First() { }\n\n\n    [Fact]\n    public void Second() { }\n\n}\n";

        Removal.Of(Airy, "A.First").ShouldBe("using Xunit;\n\npublic class A\n{\n    [Fact]\n    public void Second() { }\n\n}\n");
        Removal.Of(Airy, "A.Second").ShouldBe("using Xunit;\n\npublic class A\n{\n\n    [Fact]\n    public void First() { }\n\n}\n");
    }

    [Fact]
    public void A_region_stays_as_long_as_something_is_in_it()
    {
        const string Text = """
            using Xunit;

            public class A
            {
                [Fact]
                public void Zero() { }

                #region Totals

                [Fact]
                public void First() { }

                [Fact]
                public void Second() { }

                #endregion

                [Fact]
                public void Last() { }
            }

            """;

        Removal.Of(Text, "A.First").ShouldBe(Text.Replace("    [Fact]\n    public void First() { }\n\n", "", StringComparison.Ordinal));
        Removal.Of(Text, "A.First", "A.Second").ShouldBe("using Xunit;\n\npublic class A\n{\n    [Fact]\n    public void Zero() { }\n\n    [Fact]\n    public void Last() { }\n}\n");
    }

    [Fact]
    public void The_last_test_takes_its_class_along_and_the_last_class_its_file()
    {
        var tree = Sources.Tree(
            ("tests/A.cs", "using Xunit;\n\nnamespace Shop.Tests;\n\npublic class A\n{\n    private readonly int one = 1;\n\n    public A() => one.ToString();\n\n    [Fact]\n    public void Only() => Assert.Equal(1, one);\n}\n\npublic class B\n{\n    [Fact]\n    public void Only() { }\n}\n"),
            ("tests/C.cs", "using Xunit;\n\nnamespace Shop.Tests\n{\n    public class C\n    {\n        [Fact]\n        public void Only() { }\n    }\n}\n"));

        var left = Removal.From(tree, "Shop.Tests.A.Only", "Shop.Tests.C.Only");

        left.Files.Keys.ShouldBe(["tests/A.cs"]);
        left.Files["tests/A.cs"].Text.ShouldBe("using Xunit;\n\nnamespace Shop.Tests;\n\npublic class B\n{\n    [Fact]\n    public void Only() { }\n}\n");
    }

    [Fact]
    public void A_file_with_global_usings_stays_for_the_others()
    {
        var tree = Sources.Tree(("tests/A.cs", "global using Xunit;\n\npublic class A\n{\n    [Fact]\n    public void Only() { }\n}\n"), ("tests/B.cs", "public class B\n{\n    [Fact]\n    public void Only() { }\n}\n"));

        Removal.From(tree, "A.Only").Files["tests/A.cs"].Text.ShouldBe("global using Xunit;\n");
    }

    [Fact]
    public void A_set_up_alone_keeps_no_class()
    {
        const string Text = "using NUnit.Framework;\n\n[TestFixture]\npublic class A\n{\n    private int one;\n\n    [SetUp]\n    public void Prepare() => one = 1;\n\n    [Test]\n    public void Only() => Assert.That(one == 1);\n}\n\npublic class B\n{\n    [Test]\n    public void Only() { }\n}\n";

        Removal.Of(Text, "A.Only").ShouldBe("using NUnit.Framework;\n\npublic class B\n{\n    [Test]\n    public void Only() { }\n}\n");
    }

    [Fact]
    public void What_was_empty_before_stays()
    {
        const string Text = "using Xunit;\n\npublic class Clock;\n\n[CollectionDefinition(\"clock\")]\npublic class ClockCollection : ICollectionFixture<Clock> { }\n\npublic class Marker\n{\n}\n\npublic class A\n{\n    [Fact]\n    public void Zero() { }\n\n    [Fact]\n    public void One() { }\n}\n";

        Removal.Of(Text, "A.One").ShouldBe(Text.Replace("\n    [Fact]\n    public void One() { }\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_class_that_inherits_tests_stays()
    {
        const string Text = "using Xunit;\n\npublic abstract class Base<T>\n{\n    [Fact]\n    public void Shared() { }\n}\n\npublic class A : Base<int>\n{\n    [Fact]\n    public void Own() { }\n}\n\npublic class B : Base<string> { }\n";

        Removal.Of(Text, "A.Own").ShouldContain("public class A : Base<int>\n{\n}");
    }

    [Fact]
    public void A_test_of_a_generic_base_class_is_found_there()
    {
        const string Text = "using Xunit;\n\npublic abstract class Base<T>\n{\n    [Fact]\n    public void Shared() { }\n\n    [Fact]\n    public void Other() { }\n}\n\npublic class A : Base<int>\n{\n    [Fact]\n    public void Own() { }\n}\n";

        Removal.Of(Text, "A.Shared").ShouldBe(Text.Replace("    [Fact]\n    public void Shared() { }\n\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_generic_fixture_is_found_by_the_name_that_NUnit_gives_it()
    {
        const string Text = "using NUnit.Framework;\n\n[TestFixture(typeof(int), typeof(string))]\npublic class A<T, U>\n{\n    [Test]\n    public void One() { }\n\n    [Test]\n    public void Two() { }\n}\n";

        Removal.Of(Text, "A<Int32,String>.One").ShouldBe(Text.Replace("    [Test]\n    public void One() { }\n\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_test_of_a_nested_class_goes_and_the_outer_class_stays()
    {
        const string Text = "using Xunit;\n\npublic class Outer\n{\n    [Fact]\n    public void Own() { }\n\n    public class Inner\n    {\n        [Fact]\n        public void Only() { }\n    }\n}\n";

        Removal.Of(Text, "Outer+Inner.Only").ShouldBe("using Xunit;\n\npublic class Outer\n{\n    [Fact]\n    public void Own() { }\n}\n");
    }

    [Fact]
    public void The_emptied_part_of_a_partial_class_goes()
    {
        var tree = Sources.Tree(("tests/A.1.cs", "using Xunit;\n\npublic partial class A\n{\n    [Fact]\n    public void One() { }\n}\n"), ("tests/A.2.cs", "using Xunit;\n\npublic partial class A\n{\n    [Fact]\n    public void Two() { }\n}\n"));

        var left = Removal.From(tree, "A.Two");

        left.Files.Keys.ShouldBe(["tests/A.1.cs"]);
    }

    [Fact]
    public void A_helper_of_the_same_name_stays()
    {
        const string Text = "using Xunit;\n\npublic class A\n{\n    [Fact]\n    public void Adds() => Adds(1);\n\n    [Fact]\n    public void Other() => Adds(2);\n\n    private static void Adds(int number) => Assert.Equal(number, number);\n}\n";

        Removal.Of(Text, "A.Adds").ShouldBe(Text.Replace("    [Fact]\n    public void Adds() => Adds(1);\n\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_two_test_projects_share_loses_the_test_in_both()
    {
        var tree = Sources.Tree(("shared/S.cs", "using Xunit;\n\npublic class S\n{\n    [Fact]\n    public void One() { }\n\n    [Fact]\n    public void Two() { }\n}\n"), ("u/U.cs", "using Xunit;\n\npublic class U\n{\n    [Fact]\n    public void One() { }\n\n    [Fact]\n    public void Two() { }\n}\n"));
        var code = new TargetCode([], [Sources.Project("t/T.csproj", "T", tree.Without(["u/U.cs"])), Sources.Project("u/U.csproj", "U", tree)]);

        var left = WitnessRemoval.Remove(tree, code, ["T::S.One", "U::U.One"], TestContext.Current.CancellationToken).Tree;

        left.Files["shared/S.cs"].Text!.ShouldNotContain("One");
        left.Files["u/U.cs"].Text!.ShouldNotContain("One");
    }

    [Theory]
    [InlineData("T::Gone.One", "not in the test sources")]
    [InlineData("F::A.One", "not C#")]
    public void What_cannot_be_removed_is_said_and_nothing_is_changed(string test, string problem)
    {
        var tree = Sources.Tree((Sources.Path, Three));

        var result = WitnessRemoval.Remove(tree, new TargetCode([], [Sources.Project("tests/T.csproj", "T", tree)]), [test], TestContext.Current.CancellationToken);

        result.Problem!.ShouldContain(problem);
        result.Tree.Hash.ShouldBe(tree.Hash);
    }
}
