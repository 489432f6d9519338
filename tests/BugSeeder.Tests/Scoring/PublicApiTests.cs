using BugSeeder.Scoring;

namespace BugSeeder.Tests.Scoring;

public sealed class PublicApiTests
{
    private static IReadOnlyList<string> Difference(string before, string after) =>
        PublicApi.Difference(Sources.Project("p/P.csproj", "P", Sources.Tree(("p/A.cs", before))), Sources.Project("p/P.csproj", "P", Sources.Tree(("p/A.cs", after))));

    [Theory]
    [InlineData("public class A { }", "public class A { public void M() { } }")]
    [InlineData("public class A { public void M(int a) { } }", "public class A { public void M(int b) { } }")]
    [InlineData("public class A { public void M(int a) { } }", "public class A { public void M(int a = 1) { } }")]
    [InlineData("public class A { public void M(int a = 1) { } }", "public class A { public void M(int a = 2) { } }")]
    [InlineData("public class A { public void M(string a) { } }", "public class A { public void M(string? a) { } }")]
    [InlineData("public class A { public string M() => \"\"; }", "public class A { public string? M() => \"\"; }")]
    [InlineData("public class A { public int P { get; } }", "public class A { public int P { get; set; } }")]
    [InlineData("public class A { public int P { get; set; } }", "public class A { public int P { get; init; } }")]
    [InlineData("public class A { public const int C = 1; }", "public class A { public const int C = 2; }")]
    [InlineData("public enum A { X = 1 }", "public enum A { X = 2 }")]
    [InlineData("public class A { }", "public sealed class A { }")]
    [InlineData("public class A { }", "public abstract class A { }")]
    [InlineData("public class A { }", "public record A { }")]
    [InlineData("public class A { }", "internal class A { }")]
    [InlineData("public class A { }", "public class A : IDisposable { void IDisposable.Dispose() { } }")]
    [InlineData("public record A(int X);", "public record A(int Y);")]
    [InlineData("public record A(int X);", "public record A(int X, int Y);")]
    [InlineData("public class A<T> { }", "public class A<T> where T : class { }")]
    [InlineData("public class A { protected void M() { } }", "public class A { private void M() { } }")]
    [InlineData("public class A { public void M() { } }", "public class A { public virtual void M() { } }")]
    [InlineData("public class A { public event EventHandler? E; }", "public class A { }")]
    [InlineData("public class A { public class B { } }", "public class A { public class B { public int F; } }")]
    public void A_change_of_what_others_see_is_found(string before, string after)
    {
        Difference(before, after).ShouldNotBeEmpty();
        Difference(after, before).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("public class A { public int M() => 1; }", "public class A { public int M() { return 2; } }")]
    [InlineData("public class A { private int x; }", "public class A { internal int y; }")]
    [InlineData("public class A { public int P { get; } }", "public class A { public int P { get; private set; } }")]
    [InlineData("public class A { public System.Threading.Tasks.Task M() => null!; }", "public class A { public async System.Threading.Tasks.Task M() { } }")]
    [InlineData("internal class A { public void M() { } }", "internal class A { public void N() { } }")]
    [InlineData("public class A { internal class B { } }", "public class A { private class C { public int F; } }")]
    [InlineData("public class A { public void M() { } public void N() { } }", "public partial class A { public void N() { } } public partial class A { public void M() { } }")]
    [InlineData("public class A { private protected void M() { } }", "public class A { }")]
    public void A_change_of_what_nobody_sees_is_none(string before, string after) => Difference(before, after).ShouldBeEmpty();

    [Fact]
    public void Lost_and_added_lines_are_told_apart()
    {
        Difference("public class A { public void M(int a) { } }", "public class A { public void M(int b) { } }").Select(line => line[..1]).ShouldBe(["-", "+"]);
    }
}
