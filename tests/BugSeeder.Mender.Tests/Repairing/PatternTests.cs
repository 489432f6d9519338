using BugSeeder.Mender.Repairing;

namespace BugSeeder.Mender.Tests.Repairing;

public sealed class PatternTests
{
    private static readonly ClauseFacts Facts = new(["65", "0.1"], ["yyyy-MM-dd", "Minimum bill"], new HashSet<string>(), ["ArgumentOutOfRangeException"]);

    [Theory]
    [InlineData("Comparison", "bool M(int a) => a > 5;", "bool M(int a) => a >= 5;")]
    [InlineData("Comparison", "bool M(int a) => a is > 5;", "bool M(int a) => a is >= 5;")]
    [InlineData("Comparison", "bool M(int a) => a == 5;", "bool M(int a) => a != 5;")]
    [InlineData("Literal", "int M() => 64;", "int M() => 65;")]
    [InlineData("Literal", "int M() => 8;", "int M() => 9;")]
    [InlineData("Literal", "decimal M() => 0.3m;", "decimal M() => 0.1m;")]
    [InlineData("Literal", "decimal M() => 0.05m;", "decimal M() => 0.06m;")]
    [InlineData("Literal", "string M() => \"Minimal bill\";", "string M() => \"Minimum bill\";")]
    [InlineData("Literal", "string M(DateTime d) => $\"{d:yyyy-dd-MM}\";", "string M(DateTime d) => $\"{d:yyyy-MM-dd}\";")]
    [InlineData("Literal", "bool M() => true;", "bool M() => false;")]
    [InlineData("Arithmetic", "int M(int a, int b) => a + b;", "int M(int a, int b) => a - b;")]
    [InlineData("Arithmetic", "int M(int a) { a += 2; return a; }", "int M(int a) { a -= 2; return a; }")]
    [InlineData("Arithmetic", "int M(int a) { a++; return a; }", "int M(int a) { a--; return a; }")]
    [InlineData("Logical", "bool M(bool a, bool b) => a && b;", "bool M(bool a, bool b) => a || b;")]
    [InlineData("Logical", "bool M(bool a, bool b, bool c) => a && b && c;", "bool M(bool a, bool b, bool c) => (a || b) && c;")]
    [InlineData("Logical", "bool M(int a) => a is > 1 or < 9;", "bool M(int a) => a is > 1 and < 9;")]
    [InlineData("Negation", "int M(bool a) { if (!a) return 1; return 2; }", "int M(bool a) { if (a) return 1; return 2; }")]
    [InlineData("Negation", "int M(bool a) { if (a) return 1; return 2; }", "int M(bool a) { if (!a) return 1; return 2; }")]
    [InlineData("Member", "int M(List<int> a) => a.First();", "int M(List<int> a) => a.Last();")]
    [InlineData("Member", "IEnumerable<int> M(List<int> a) => a.OrderBy(x => x);", "IEnumerable<int> M(List<int> a) => a.OrderByDescending(x => x);")]
    [InlineData("Member", "int M(DateTime a) => a.Day;", "int M(DateTime a) => a.Month;")]
    [InlineData("Member", "Mode M() => Mode.Even;", "Mode M() => Mode.Away;")]
    [InlineData("Member", "DateTime M() => DateTime.Now;", "DateTime M() => DateTime.UtcNow;")]
    [InlineData("Variable", "int M(int a, int b) => a * a;", "int M(int a, int b) => b * a;")]
    [InlineData("Argument", "int M(int a, int b) => Math.Max(a, b) - Sub(b, a); static int Sub(int x, int y) => x - y;", "int M(int a, int b) => Math.Max(a, b) - Sub(a, b); static int Sub(int x, int y) => x - y;")]
    [InlineData("Argument", "decimal M(decimal a) => Math.Round(a, 2);", "decimal M(decimal a) => Math.Round(a, 2, MidpointRounding.AwayFromZero);")]
    [InlineData("Argument", "bool M(string a) => a.Equals(\"x\");", "bool M(string a) => a.Equals(\"x\", StringComparison.OrdinalIgnoreCase);")]
    [InlineData("Offset", "int M(int a) => a;", "int M(int a) => a + 1;")]
    [InlineData("Offset", "int M(int a) { return a - 1; }", "int M(int a) { return a; }")]
    [InlineData("Offset", "DateOnly M(DateOnly a) => a;", "DateOnly M(DateOnly a) => a.AddDays(-1);")]
    [InlineData("Branch", "int M(bool a) => a ? 1 : 2;", "int M(bool a) => a ? 2 : 1;")]
    [InlineData("Branch", "int M(int a) => a switch { 1 => 10, 2 => 20, _ => 0 };", "int M(int a) => a switch { 1 => 20, 2 => 10, _ => 0 };")]
    [InlineData("Null", "string M(string a, string b) => a ?? b;", "string M(string a, string b) => b ?? a;")]
    [InlineData("Cast", "decimal M(int a, int b) => a / b;", "decimal M(int a, int b) => (decimal)a / b;")]
    [InlineData("Cast", "decimal M(int a, int b) => (decimal)(a / b);", "decimal M(int a, int b) => (decimal)a / b;")]
    [InlineData("Call", "string M(string a) => a; string N(string a) => a.Trim();", "string M(string a) => a.Trim(); string N(string a) => a.Trim();")]
    [InlineData("Call", "string M(string a) => a.Trim();", "string M(string a) => a;")]
    [InlineData("Condition", "int M(string a) { if (a.Length > 2) return 1; return 2; } int N(bool b, int c) => c > 1 ? 1 : 2;", "int M(string a) { if (a.Length > 2 && a is not null) return 1; return 2; } int N(bool b, int c) => c > 1 ? 1 : 2;")]
    [InlineData("Expression", "int M(int a, int b) { var c = a * 2; return b; }", "int M(int a, int b) { var c = a * 2; return a * 2; }")]
    public void A_pattern_proposes_the_fix(string pattern, string before, string after) =>
        PatternBench.Fixed(Named(pattern), before, Facts).ShouldContain(PatternBench.Project(after).Trees["C.cs"].ToString());

    [Fact]
    public void A_guard_for_the_exception_that_the_clause_asks_for_is_put_first_on_lines_of_its_own() =>
        PatternBench.Fixed(Named("Guard"), "    int M(int a)\n    {\n        return a;\n    }", Facts)
            .ShouldContain(PatternBench.Project("    int M(int a)\n    {\n        if (a < 0)\n            throw new ArgumentOutOfRangeException(nameof(a));\n        return a;\n    }").Trees["C.cs"].ToString());

    [Theory]
    [InlineData("        a = 1;\n        a += 2;\n        return a;", "        a += 2;\n        a = 1;\n        return a;")]
    [InlineData("        a = 1;\n        return a;", "        return a;")]
    [InlineData("        if (a > 1)\n        {\n            a = 2;\n        }\n        a++;\n        return a;", "        if (a > 1)\n        {\n            a = 2;\n            a++;\n        }\n        return a;")]
    public void A_statement_goes_or_moves_with_its_line(string before, string after) =>
        PatternBench.Fixed(Named("Statement"), $"    int M(int a)\n    {{\n{before}\n    }}", Facts).ShouldContain(PatternBench.Project($"    int M(int a)\n    {{\n{after}\n    }}").Trees["C.cs"].ToString());

    [Fact]
    public void The_catalogue_has_every_pattern_once_the_likeliest_first()
    {
        var all = typeof(FixPattern).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(FixPattern))).Select(type => type.Name);

        FixCatalogue.All.Select(pattern => pattern.GetType().Name).ShouldBe(all, ignoreOrder: true);
        FixCatalogue.All.Select(pattern => pattern.Prior).ShouldBe(FixCatalogue.All.Select(pattern => pattern.Prior).OrderDescending());
    }

    private static FixPattern Named(string name) => FixCatalogue.All.First(pattern => pattern.GetType().Name == name + "Pattern");
}
