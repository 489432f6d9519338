using System.Text.Json;
using System.Text.RegularExpressions;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.FromPacks;
using Shouldly;
using Xunit;

namespace BugSeeder.Mutators.Tests;

/// <summary>What the schema tells an editor is what the reader takes.</summary>
public sealed class PackSchemaTests
{
    /// <summary>A pack with every key of the schema, one a line.</summary>
    private const string Full = """
        pack: mine
        description: Mistakes of ours.
        frameworks: [Microsoft.NETCore.App]
        rules:
          - id: now-for-today
            mistake: The time of day is kept.
            class: DotNetSemantics
            traits: [Time]
            repeats: true
            before: System.DateTime.Today
            after: System.DateTime.Now
            calls: [System.Math.Abs]
            where: [match is not awaited]
            examples:
              - signature: public DateTime M()
                members: public int A;
                usings: [System.Text]
                before: return DateTime.Today;
                after: return DateTime.Now;
            leavesAlone:
              - signature: public DateTime M()
                members: public int B;
                usings: [System.Text]
                code: return DateTime.UtcNow;
        """;

    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), "schemas", "pack.schema.json"))).RootElement;
    private static readonly JsonElement Rule = Root.GetProperty("properties").GetProperty("rules").GetProperty("items");

    private static readonly (string Name, JsonElement Schema, int Indentation)[] Objects =
    [
        ("pack", Root, 0),
        ("rule", Rule, 4),
        ("example", Items("examples"), 8),
        ("leave", Items("leavesAlone"), 8),
    ];

    [Fact]
    public void The_reader_takes_every_key_of_the_schema_and_the_schema_has_no_other()
    {
        Should.NotThrow(() => PackReader.Read(Full, "mine.yml"));
        foreach (var (name, schema, _) in Objects)
        {
            schema.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse(name);
            var known = schema.GetProperty("properties").EnumerateObject().Select(key => key.Name).ToList();
            known.ShouldAllBe(key => Regex.IsMatch(Full, $@"(?m)^[ -]*{key}:"));
            // The reader's own list is in its error.
            var wrong = name switch
            {
                "pack" => Full.Replace("description:", "descriptions:", StringComparison.Ordinal),
                "rule" => Full.Replace("mistake:", "mistakes:", StringComparison.Ordinal),
                "example" => Full.Replace("members: public int A;", "member: public int A;", StringComparison.Ordinal),
                _ => Full.Replace("members: public int B;", "member: public int B;", StringComparison.Ordinal),
            };
            var list = Regex.Match(Should.Throw<UserError>(() => PackReader.Read(wrong, "mine.yml")).Message, @"There are: (.*)\.").Groups[1].Value.Split(", ");
            list.Order(StringComparer.Ordinal).ShouldBe(known.Order(StringComparer.Ordinal), name);
        }
    }

    [Fact]
    public void What_the_schema_requires_the_reader_requires()
    {
        var missing = new[] { "pack", "description", "rules", "id", "mistake", "class", "before", "after", "examples", "leavesAlone", "code" };
        Objects.SelectMany(thing => thing.Schema.GetProperty("required").EnumerateArray()).Select(key => key.GetString()).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(missing.Order(StringComparer.Ordinal));
        foreach (var (_, schema, indentation) in Objects)
        {
            foreach (var key in schema.GetProperty("required").EnumerateArray().Select(key => key.GetString()!))
                Should.Throw<UserError>(() => PackReader.Read(Without(key, indentation), "mine.yml"), key).Message.ShouldContain($"'{key}'", Case.Sensitive, $"{key} at {indentation}");
        }
    }

    [Fact]
    public void Classes_and_traits_are_those_of_the_model()
    {
        Names(Rule.GetProperty("properties").GetProperty("class")).ShouldBe(Enum.GetNames<BugClass>(), ignoreOrder: true);
        Names(Rule.GetProperty("properties").GetProperty("traits").GetProperty("items")).ShouldBe(Enum.GetNames<ProductionTrait>(), ignoreOrder: true);
    }

    [Theory]
    [InlineData("mine", true)]
    [InlineData("our-own", true)]
    [InlineData("Mine", false)]
    [InlineData("my_own", false)]
    [InlineData("a--b", false)]
    [InlineData("a-", false)]
    [InlineData("a1", false)]
    public void Names_are_what_the_schema_says(string name, bool isName)
    {
        Regex.IsMatch(name, Root.GetProperty("properties").GetProperty("pack").GetProperty("pattern").GetString()!).ShouldBe(isName);
        var read = () => PackReader.Read(Full.Replace("pack: mine", $"pack: {name}", StringComparison.Ordinal), "mine.yml");
        if (isName)
            read().Name.ShouldBe(name);
        else
            Should.Throw<UserError>(read);
    }

    [Fact]
    public void Every_condition_fits_the_pattern_of_the_schema()
    {
        var pattern = Rule.GetProperty("properties").GetProperty("where").GetProperty("items").GetProperty("pattern").GetString()!;
        foreach (var condition in Condition.Known)
        {
            Regex.IsMatch($"match is {condition}", pattern).ShouldBeTrue(condition);
            Should.NotThrow(() => PackReader.Read(Full.Replace("match is not awaited", $"match is {condition}", StringComparison.Ordinal), "mine.yml"));
        }
    }

    /// <summary>The pack without a key of a depth, and what is under it.</summary>
    private static string Without(string key, int indentation)
    {
        var lines = Full.Split('\n').ToList();
        // The first key of an item of a list stands behind its hyphen.
        bool IsKey(string line, int depth) => line.Length > depth && line[..depth].All(letter => letter is ' ' or '-') && line[depth] is not (' ' or '-');
        var at = lines.FindLastIndex(line => IsKey(line, indentation) && line[indentation..].StartsWith(key + ":", StringComparison.Ordinal));
        var end = lines.FindIndex(at + 1, line => line.TakeWhile(letter => letter is ' ' or '-').Count() <= indentation);
        var next = end < 0 ? lines.Count : end;
        if (lines[at].Contains("- ", StringComparison.Ordinal) && next < lines.Count)
            lines[next] = lines[next].Remove(indentation - 2, 1).Insert(indentation - 2, "-");
        lines.RemoveRange(at, next - at);
        return string.Join('\n', lines);
    }

    private static JsonElement Items(string key) => Rule.GetProperty("properties").GetProperty(key).GetProperty("items");

    private static List<string> Names(JsonElement schema) => [.. schema.GetProperty("enum").EnumerateArray().Select(name => name.GetString()!)];

    private static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BugSeeder.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository is not around the tests.");
        return folder;
    }
}
