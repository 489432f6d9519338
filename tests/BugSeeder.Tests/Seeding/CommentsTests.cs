using BugSeeder.Code;
using BugSeeder.Model.Bugs;
using BugSeeder.Seeding;

namespace BugSeeder.Tests.Seeding;

public sealed class CommentsTests
{
    private const string Text = """
        /// <summary>Stays: it is the type's.</summary>
        public class Till
        {
            /// <summary>The sum of both.</summary>
            public int Sum(int first, int second)
            {
                // Both count.
                return first + second; // not their difference
            }

            // Stays: it is far away.
            //
            //
            //
            public int Other() => 1;
        }

        """;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Comments_beside_a_bug_and_the_documentation_of_its_member_go_with_it(string lineEnd)
    {
        var text = Text.ReplaceLineEndings(lineEnd);
        var tree = Sources.Tree(("a.cs", text));
        var code = new TargetCode([Sources.Project("p.csproj", "P", tree)], []);
        var seed = Hunks.SeedOf(SeedSource.Hand, "hand", BugClass.Arithmetic, "", [new("a.cs", text.IndexOf('+', StringComparison.Ordinal), "+", "-")], tree, code, TestContext.Current.CancellationToken);

        var without = Comments.Without(seed, tree, code, TestContext.Current.CancellationToken);

        Comments.AreBeside(seed.AllPlaces, tree).ShouldBeTrue();
        var planted = Edits.Apply(tree, without.Edits);
        planted.Files["a.cs"].Text.ShouldBe(text
            .Replace($"    /// <summary>The sum of both.</summary>{lineEnd}", "", StringComparison.Ordinal)
            .Replace($"        // Both count.{lineEnd}", "", StringComparison.Ordinal)
            .Replace(" // not their difference", "", StringComparison.Ordinal)
            .Replace('+', '-'));
        Edits.Apply(planted, Edits.Reverse(without.Edits)).Hash.ShouldBe(tree.Hash);
        (without.Shape, without.Place).ShouldBe((seed.Shape, seed.Place));
        without.Id.ShouldNotBe(seed.Id);
    }
}
