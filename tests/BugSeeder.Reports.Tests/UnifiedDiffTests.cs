using BugSeeder.Reports.Reading;
using Shouldly;
using Xunit;

namespace BugSeeder.Reports.Tests;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void A_removed_line_that_looks_like_a_head_is_a_removed_line()
    {
        const string patch = "diff --git a/q.sql b/q.sql\n--- a/q.sql\n+++ b/q.sql\n@@ -3,2 +3,1 @@\n--- a comment\n select 1\n";

        UnifiedDiff.Read(patch).ShouldBe(
        [
            new(DiffLineKind.File, null, "q.sql"),
            new(DiffLineKind.Hunk, null, "@@ -3,2 +3,1 @@"),
            new(DiffLineKind.Removed, 3, "-- a comment"),
            new(DiffLineKind.Context, 3, "select 1"),
        ]);
    }

    [Fact]
    public void A_patch_without_gits_own_heads_still_names_its_files()
    {
        const string patch = "--- a/one.cs\n+++ b/one.cs\n@@ -1 +1 @@\n-a\n+b\n\\ No newline at end of file\n";

        UnifiedDiff.Read(patch).Select(line => (line.Kind, line.Text)).ShouldBe(
        [
            (DiffLineKind.File, "one.cs"),
            (DiffLineKind.Hunk, "@@ -1 +1 @@"),
            (DiffLineKind.Removed, "a"),
            (DiffLineKind.Added, "b"),
            (DiffLineKind.Note, "\\ No newline at end of file"),
        ]);
    }

    [Theory]
    [InlineData("return total > limit;", "return total >= limit;", "=")]
    [InlineData("var to = end;", "var to = start;", "start")]
    [InlineData("one two", "quite another thing", "")]
    public void Only_the_words_that_differ_are_marked(string before, string after, string marked) =>
        string.Concat(ChangedWords.Between(before, after).After.Where(piece => piece.IsChanged).Select(piece => piece.Text)).ShouldBe(marked);
}
