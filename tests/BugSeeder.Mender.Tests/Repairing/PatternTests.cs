using BugSeeder.Mender.Repairing;

namespace BugSeeder.Mender.Tests.Repairing;

public sealed class PatternTests
{
    private static readonly ClauseFacts Facts = new(["65", "0.1"], ["yyyy-MM-dd", "Minimum bill", "+", "plus"], new HashSet<string>(), ["ArgumentOutOfRangeException"]) { TestNumbers = ["12"], TestTexts = ["+", "closed"] };

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
    [InlineData("Cast", "double M(long a, long b) => a / b;", "double M(long a, long b) => (double)a / b;")]
    [InlineData("Call", "string M(string a) => a; string N(string a) => a.Trim();", "string M(string a) => a.Trim(); string N(string a) => a.Trim();")]
    [InlineData("Call", "string M(string a) => a.Trim();", "string M(string a) => a;")]
    [InlineData("Condition", "int M(string a) { if (a.Length > 2) return 1; return 2; } int N(bool b, int c) => c > 1 ? 1 : 2;", "int M(string a) { if (a.Length > 2 && a is not null) return 1; return 2; } int N(bool b, int c) => c > 1 ? 1 : 2;")]
    [InlineData("Expression", "int M(int a, int b) { var c = a * 2; return b; }", "int M(int a, int b) { var c = a * 2; return a * 2; }")]
    [InlineData("Member", "DateTime M(DateTime a) => a.AddDays(1);", "DateTime M(DateTime a) => a.AddMonths(1);")]
    [InlineData("Member", "bool M(string a, string b) => string.Equals(a, b, StringComparison.CurrentCultureIgnoreCase);", "bool M(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);")]
    [InlineData("Literal", "int M() => 64;", "int M() => 12;")]
    [InlineData("Use", "int M(int a, int b) { var c = a + b; return a; }", "int M(int a, int b) { var c = a + b; return c; }")]
    [InlineData("Use", "DateTime M(DateTime a) { a.AddDays(1); return a; }", "DateTime M(DateTime a) { a = a.AddDays(1); return a; }")]
    [InlineData("Use", "int M(int a, int b) => Math.Abs(a);", "int M(int a, int b) => Math.Abs(b);")]
    [InlineData("Sequence", "IEnumerable<int> M(List<int> a) => a;", "IEnumerable<int> M(List<int> a) => a.Distinct();")]
    [InlineData("Sequence", "int M(List<int> a) { foreach (var b in a) a.Add(b); return 1; }", "int M(List<int> a) { foreach (var b in a.ToList()) a.Add(b); return 1; }")]
    [InlineData("Sequence", "bool M(List<string> a) => a.Any();", "bool M(List<string> a) => a.Any(each => each.Length > 0);")]
    [InlineData("Sequence", "bool M(List<string> a) => a.Any(); bool N(List<string> a) => a.All(b => b.Length > 3);", "bool M(List<string> a) => a.Any(b => b.Length > 3); bool N(List<string> a) => a.All(b => b.Length > 3);")]
    [InlineData("Argument", "string M(DateTimeOffset a) => a.ToString(\"s\");", "string M(DateTimeOffset a) => a.ToString(\"s\", CultureInfo.InvariantCulture);")]
    [InlineData("Argument", "int M(List<string> a) => a.GroupBy(b => b.Trim()).Count();", "int M(List<string> a) => a.GroupBy(b => b.Trim(), StringComparer.OrdinalIgnoreCase).Count();")]
    [InlineData("Null", "DateOnly M(DateOnly? a, DateOnly b) { var c = b; return c; }", "DateOnly M(DateOnly? a, DateOnly b) { var c = a ?? b; return c; }")]
    [InlineData("Member", "double M(TimeSpan a) => a.TotalMicroseconds;", "double M(TimeSpan a) => a.TotalMinutes;")]
    [InlineData("Sequence", "string[] M(List<string> a) => a.ToArray();", "string[] M(List<string> a) => a.OrderBy(each => each.Length).ToArray();")]
    [InlineData("Condition", "int M(int? a, int? b) { if (a is not null && b is not null) return 1; return 2; }", "int M(int? a, int? b) { if (a is not null && b is not null && a > b) return 1; return 2; }")]
    [InlineData("Range", "bool M(int a) => a is > 5;", "bool M(int a) => a is > 5 and <= 65;")]
    [InlineData("Range", "const int Low = 1; const int High = 9; bool M(int a) => a is < Low;", "const int Low = 1; const int High = 9; bool M(int a) => a is < Low or > High;")]
    [InlineData("Range", "const int Low = 1; const int High = 9; bool M(int a) => a >= Low;", "const int Low = 1; const int High = 9; bool M(int a) => a >= Low && a <= High;")]
    [InlineData("Case", "string M(char a) => a switch { '-' => \"minus\", _ => \"\" };", "string M(char a) => a switch { '+' => \"plus\", '-' => \"minus\", _ => \"\" };")]
    [InlineData("Call", "static string N(string a) => C.N(a); string M(string a) => a;", "static string N(string a) => C.N(a); string M(string a) => N(a);")]
    [InlineData("Case", "int M(Mode m) => m switch { Mode.Away => 1, _ => 0 };", "int M(Mode m) => m switch { Mode.Even => 1, Mode.Away => 1, _ => 0 };")]
    [InlineData("Case", "int AwayLimit; int EvenLimit; int M(Mode m) => m switch { Mode.Away => AwayLimit, _ => 0 };", "int AwayLimit; int EvenLimit; int M(Mode m) => m switch { Mode.Even => EvenLimit, Mode.Away => AwayLimit, _ => 0 };")]
    [InlineData("Case", "bool M(char a) => a is '=' or '-';", "bool M(char a) => a is '=' or '-' or '+';")]
    [InlineData("Range", "bool M(int a) => a > 5;", "bool M(int a) => a > 5 && a <= 65;")]
    [InlineData("Range", "bool M(string a) { if (a.Length < 5) return false; return true; }", "bool M(string a) { if ((a.Length < 5 || a.Length > 65)) return false; return true; }")]
    [InlineData("Offset", "DateTime M(bool a, DateTime b) => a ? b : b;", "DateTime M(bool a, DateTime b) => a ? b : b.AddDays(1);")]
    public void A_pattern_proposes_the_fix(string pattern, string before, string after) =>
        PatternBench.Fixed(Named(pattern), before, Facts).ShouldContain(PatternBench.Project(after).Trees["C.cs"].ToString());

    [Fact]
    public void A_guard_for_the_exception_that_the_clause_asks_for_is_put_first_on_lines_of_its_own() =>
        PatternBench.Fixed(Named("Guard"), "    int M(int a)\n    {\n        return a;\n    }", Facts)
            .ShouldContain(PatternBench.Project("    int M(int a)\n    {\n        if (a < 0)\n            throw new ArgumentOutOfRangeException(nameof(a));\n        return a;\n    }").Trees["C.cs"].ToString());

    [Theory]
    [InlineData("Jump", "        foreach (var b in a)\n        {\n            a.Add(b);\n            break;\n        }", "        foreach (var b in a)\n        {\n            a.Add(b);\n        }")]
    [InlineData("Jump", "        while (true)\n        {\n            if (a.Count > 1)\n            {\n                a.Clear();\n            }\n        }", "        while (true)\n        {\n            if (a.Count > 1)\n            {\n                a.Clear();\n                break;\n            }\n        }")]
    [InlineData("Jump", "        try\n        {\n            a.Clear();\n        }\n        catch (Exception)\n        {\n            return;\n        }", "        try\n        {\n            a.Clear();\n        }\n        catch (Exception)\n        {\n            throw;\n        }")]
    [InlineData("Step", "        var last = a[0];\n        a.Clear();", "        var last = a[0];\n        a.Clear();\n        a.Add(last);")]
    [InlineData("Step", "        var (left, part) = (3, 1);\n        while (left > 0)\n        {\n            a.Clear();\n        }", "        var (left, part) = (3, 1);\n        while (left > 0)\n        {\n            a.Clear();\n            left -= part;\n        }")]
    [InlineData("Step", "        a.Clear();\n    }\n\n    static void Told(List<int> b)\n    {", "        Told(a);\n        a.Clear();\n    }\n\n    static void Told(List<int> b)\n    {")]
    [InlineData("Statement", "        a.Clear();\n        Console.WriteLine(\"open\");", "        Console.WriteLine(\"closed\");\n        a.Clear();\n        Console.WriteLine(\"open\");")]
    [InlineData("Guard", "        kept.Add(1, a);\n    }\n    Dictionary<int, List<int>> kept = [];\n    void N(int b)\n    {\n        kept.Add(b, []);", "        kept.Add(1, a);\n    }\n    Dictionary<int, List<int>> kept = [];\n    void N(int b)\n    {\n        if (kept.ContainsKey(b))\n            throw new ArgumentOutOfRangeException(nameof(b));\n        kept.Add(b, []);")]
    public void A_line_comes_or_goes(string pattern, string before, string after) =>
        PatternBench.Fixed(Named(pattern), $"    void M(List<int> a)\n    {{\n{before}\n    }}", Facts).ShouldContain(PatternBench.Project($"    void M(List<int> a)\n    {{\n{after}\n    }}").Trees["C.cs"].ToString());

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
