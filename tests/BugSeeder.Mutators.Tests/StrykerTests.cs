using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.FromStryker;
using Shouldly;
using Xunit;

namespace BugSeeder.Mutators.Tests;

public sealed class StrykerTests
{
    [Fact]
    public void Every_mutator_of_Stryker_is_mapped()
    {
        var mapped = StrykerMutators.All.Select(mutator => mutator.InnerName).ToList();
        mapped.ShouldBeUnique();
        mapped.Order(StringComparer.Ordinal).ShouldBe(NamesInStryker().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Ids_follow_Strykers_own_names()
    {
        foreach (var mutator in StrykerMutators.All)
        {
            var name = mutator.InnerName[..^"Mutator".Length];
            mutator.Id.ShouldBe("stryker/" + string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(letter) : $"{letter}")));
        }
    }

    public static TheoryData<string, string, string, string> Examples => new()
    {
        { "array-creation", "int[] M() => new int[] { 1, 2 };", "int[] M() => new int[] { };", "Literal" },
        { "assignment-expression", "int M(int a) { a *= 2; return a; }", "int M(int a) { a /= 2; return a; }", "Arithmetic" },
        { "binary-expression", "int M(int a, int b) => a /* by */ * b;", "int M(int a, int b) => a /* by */ / b;", "Arithmetic" },
        { "binary-expression", "bool M(int a) => a == 2;", "bool M(int a) => a != 2;", "Condition" },
        { "binary-pattern", "bool M(string a) => a is { Length: > 1 } and ['x', ..];", "bool M(string a) => a is { Length: > 1 } or ['x', ..];", "Condition" },
        { "block", "int M(int a) { for (; a < 3; a++) { N(a); }\n return a; } public void N(int a) { }", "int M(int a) {\n return a; } public void N(int a) { }", "Omission" },
        { "boolean", "bool M() => true && N(); bool N() => 1 > 2;", "bool M() => false && N(); bool N() => 1 > 2;", "Literal" },
        { "checked", "int M(int a) => checked(a + 1);", "int M(int a) => a + 1;", "Arithmetic" },
        { "collection-expression", "int[] M() => [1, 2];", "int[] M() => [];", "Literal" },
        { "conditional-expression", "public bool A; int M() => A ? 1 : 2;", "public bool A; int M() => 2;", "Condition" },
        { "initializer", "int[] _a = { 1, 2 }; public int[] A => _a;", "int[] _a = { }; public int[] A => _a;", "Literal" },
        { "interpolated-string", "public int A; string M() => $\"a{A}\";", "public int A; string M() => \"\";", "Literal" },
        { "is-pattern-expression", "bool M(int a) => a is not 3;", "bool M(int a) => a is 3;", "Condition" },
        { "linq", "int M(int[] a) => a.Max();", "int M(int[] a) => a.Min();", "WrongCall" },
        { "math", "double M(double a) => Math.Sin(a);", "double M(double a) => Math.Cos(a);", "WrongCall" },
        { "negate-condition", "void M(System.Threading.CancellationToken a) { while (a.CanBeCanceled) { } }", "void M(System.Threading.CancellationToken a) { while (!a.CanBeCanceled) { } }", "Condition" },
        { "null-coalescing-expression", "public string? A; string M() => A ?? \"x\";", "public string? A; string M() => \"x\";", "Literal" },
        { "object-creation", "object M() => new System.Text.StringBuilder { Capacity = 9 };", "object M() => new System.Text.StringBuilder();", "Literal" },
        { "postfix-unary", "int M(int a) { a++; return a; }", "int M(int a) { a--; return a; }", "Arithmetic" },
        { "prefix-unary", "int M(int a) => -a;", "int M(int a) => a;", "Arithmetic" },
        { "regex", "object M() => new System.Text.RegularExpressions.Regex(\"a+\");", "object M() => new System.Text.RegularExpressions.Regex(\"a\");", "Literal" },
        { "relational-pattern", "bool M(int a) => a is > 3;", "bool M(int a) => a is < 3;", "Condition" },
        { "statement", "int M(int a) { N(); ++a; return a; } void N() { }", "int M(int a) { N(); return a; } void N() { }", "Omission" },
        { "string", "string M() => \"abc\";", "string M() => \"\";", "Literal" },
        { "string-empty", "bool M(string a) => string.IsNullOrEmpty(a);", "bool M(string a) => a != \"\";", "Condition" },
        { "string-method", "string M(string a) => a.TrimStart();", "string M(string a) => a.TrimEnd();", "WrongCall" },
        { "string-method-to-constant", "public string A = \"ab\"; string M() => A.Substring(3);", "public string A = \"ab\"; string M() => \"\";", "WrongCall" },
    };

    [Theory, MemberData(nameof(Examples))]
    public void It_makes_Strykers_mutation_without_a_tell(string id, string before, string after, string bugClass)
    {
        var (head, tail) = ("#nullable enable\nusing System;\nusing System.Linq;\npublic class C\n{\n    ", "\n}\n");
        var model = Code.Model(head + before + tail);
        var proposals = Proposals.In(model, TestContext.Current.CancellationToken).Where(proposal => proposal.Source == SeedSource.Stryker).ToList();
        var text = model.SyntaxTree.GetText(TestContext.Current.CancellationToken);
        var mine = proposals.Where(proposal => proposal.Mutator == "stryker/" + id).ToList();
        mine.Select(proposal => Planting.Apply(text, proposal.Replacements).ToString()).ShouldContain(head + after + tail);
        mine.ShouldContain(proposal => proposal.Class.ToString() == bugClass);
    }

    [Fact]
    public void Nothing_says_Stryker()
    {
        const string File = "class C { string A() => \"\"; string B() => string.Empty; int D(string s) => s.Length > 0 ? 1 : 2; int[] E() => []; }";
        var broken = Code.Broken(File);
        broken.ShouldNotBeEmpty();
        broken.ShouldAllBe(text => !text.Contains("Stryker", StringComparison.OrdinalIgnoreCase) && !text.Contains("true ?", StringComparison.Ordinal));
    }

    /// <summary>Reads the metadata: loading Stryker.Core's types would need every assembly that the rest of Stryker uses.</summary>
    private static List<string> NamesInStryker()
    {
        using var file = new PEReader(File.OpenRead(Assembly.Load("Stryker.Core").Location));
        var reader = file.GetMetadataReader();
        return
        [
            .. reader.TypeDefinitions.Select(reader.GetTypeDefinition)
                .Where(type => reader.GetString(type.Namespace) == "Stryker.Core.Mutators"
                    && !type.Attributes.HasFlag(TypeAttributes.Abstract)
                    && type.BaseType.Kind == HandleKind.TypeSpecification)
                .Select(type => reader.GetString(type.Name)),
        ];
    }
}
