using BugSeeder.Model;
using BugSeeder.Model.Bugs;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BugSeeder.Mutators.FromPacks;

/// <summary>Reads packs. Whatever is wrong is told with its line and column, and nothing is passed over in silence.</summary>
public static class PackReader
{
    /// <summary>Reads the text of a pack.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">The name that errors say.</param>
    /// <exception cref="UserError">It is no pack; the message says the line and column.</exception>
    public static Pack Read(string text, string file)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents is [{ RootNode: var root }] ? PackOf(new(root, file)) : throw new UserError($"{file} is empty, or holds more than one document.", Remedy);
        }
        catch (YamlException problem)
        {
            throw new UserError($"{file}, line {problem.Start.Line}, column {problem.Start.Column}: {problem.Message}", Remedy);
        }
        catch (InvalidOperationException problem)
        {
            // YamlDotNet's answer to some brackets that are never closed; it does not say where.
            throw new UserError($"{file} is no YAML: a bracket or brace is not closed. {problem.Message}", Remedy);
        }
    }

    internal const string Remedy = "docs/packs.md explains each key, and schemas/pack.schema.json lists them for editors.";

    private static Pack PackOf(PackNode root)
    {
        root.AllowOnly("pack", "description", "frameworks", "rules");
        var name = root.Key("pack").AsName();
        var rules = root.Some("rules").Select(rule => RuleOf(rule, name)).ToList();
        if (rules.GroupBy(rule => rule.Card.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw root.Error($"Two rules are named '{twice.Key}'.");
        return new(name, root.Words("description"), root.Texts("frameworks"), rules);
    }

    private static PackRule RuleOf(PackNode node, string pack)
    {
        node.AllowOnly("id", "mistake", "class", "traits", "repeats", "before", "after", "calls", "where", "examples", "leavesAlone");
        var before = node.Key("before").AsPattern(null);
        var after = node.Key("after").AsPattern(before.Holes);
        if (before.Expression is null != after.Expression is null)
            throw node.Key("after").Error("`before` and `after` must both be expressions, or both be statements; a statement ends with ';' or '}'.");
        if (before is { Expression: null, Statements.Count: 0 })
            throw node.Key("before").Error("The pattern is empty.");
        var examples = node.Some("examples").Select(example => ExampleOf(example, hasAfter: true)).ToList();
        var leaves = node.Some("leavesAlone").Select(example => ExampleOf(example, hasAfter: false)).ToList();
        var card = new MutatorCard($"{pack}/{node.Key("id").AsName()}", node.Words("mistake"), node.Key("class").AsEnum<BugClass>(), examples[0].Before, examples[0].After!)
        {
            Traits = [.. node.Items("traits").Select(trait => trait.AsEnum<ProductionTrait>())],
            Repeats = node.Find("repeats")?.AsBool() ?? false,
            Signature = examples[0].Signature,
            Members = examples[0].Members,
            LeavesAlone = [.. leaves.Select(leave => leave.Before)],
        };
        return new(card, examples, leaves, node.Line)
        {
            Before = before,
            After = after,
            Calls = node.Texts("calls"),
            Conditions = [.. node.Items("where").Select(condition => condition.Placed(text => Condition.Parse(text, before.Holes)))],
        };
    }

    private static PackExample ExampleOf(PackNode node, bool hasAfter)
    {
        if (hasAfter)
            node.AllowOnly("signature", "members", "usings", "before", "after");
        else
            node.AllowOnly("signature", "members", "usings", "code");
        return new(node.Words(hasAfter ? "before" : "code"), hasAfter ? node.Text("after") : null, node.Find("signature")?.AsText() ?? "", node.Find("members")?.AsText() ?? "", node.Texts("usings"), node.Line);
    }
}
