using System.Text.RegularExpressions;
using BugSeeder.Code;
using BugSeeder.Model.Specs;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Specs.Tracing;

/// <summary>Which members and types of the product a spec names, and how plainly.</summary>
internal sealed partial class Mentions
{
    /// <summary>A member, named as code with its type, or alone where only one type has it.</summary>
    public const double OfMember = 0.8;

    /// <summary>A type, or a name of several words that prose spells out.</summary>
    public const double OfType = 0.5;

    /// <summary>A heading that is the name of a type speaks for all that is under it, but for none of it in particular.</summary>
    public const double OfHeading = 0.3;

    /// <summary>Examples beside a clause call the member.</summary>
    public const double OfNeighbour = 0.35;

    private readonly CodeIndex index;
    private readonly Dictionary<string, Dictionary<string, Evidence>> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> typesByWords;
    private readonly ILookup<string, CodeMember> membersByWords;

    public Mentions(CodeIndex index, IReadOnlyList<ClauseFacts> clauses)
    {
        this.index = index;
        typesByWords = index.Types.Select(group => group.Key).GroupBy(Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        membersByWords = index.Members.Where(member => Words.Of(member.Simple).Count() > 1 && member.Simple != member.Type).ToLookup(member => Key(member.Simple), StringComparer.Ordinal);
        foreach (var clause in clauses)
            found[clause.Clause.Id] = Of(clause);
        foreach (var clause in clauses.Where(clause => clause.Clause.Kind != ClauseKind.Example))
            AddNeighbours(clause, clauses);
    }

    /// <summary>Why a clause is about a member; <see langword="null"/> where it does not name it.</summary>
    public Evidence? Of(string clause, string member) =>
        found[clause].GetValueOrDefault(member) is { } own && (found[clause].GetValueOrDefault(TypeName(member)) is not { } type || own.Weight >= type.Weight)
            ? own
            : found[clause].GetValueOrDefault(TypeName(member));

    /// <summary>Whether any clause names a member or its type plainly.</summary>
    public bool IsNamed(string member) => found.Values.Any(names => names.TryGetValue(member, out var evidence) && evidence.Weight >= OfType);

    private static string TypeName(string member) => member.LastIndexOf('.') is var dot and > 0 ? member[..dot] : member;

    private Dictionary<string, Evidence> Of(ClauseFacts facts)
    {
        var names = new Dictionary<string, Evidence>(StringComparer.Ordinal);
        void Add(string name, double weight, string reason)
        {
            if (!names.TryGetValue(name, out var known) || known.Weight < weight)
                names[name] = new(TraceTier.Symbol, weight, reason);
        }

        foreach (var span in facts.Clause.Example is { } example ? [example.Expression, example.Setup] : facts.Spans)
            AddCode(span, Add);
        AddWords(facts, Add);
        foreach (var heading in facts.Headings)
        {
            AddCode(heading, (name, weight, reason) => Add(name, Math.Min(weight, OfNeighbour), $"under the heading '{heading}'"));
            if (typesByWords.TryGetValue(Key(heading), out var type))
            {
                foreach (var symbol in index.Types[type])
                    Add(MemberNames.Of(symbol), OfHeading, $"the heading is the name of {type}");
            }
        }

        return names;
    }

    /// <summary>Names in code: a type with a member, a type, or a member that only one type has.</summary>
    private void AddCode(string code, Action<string, double, string> add)
    {
        if (!Identifier().IsMatch(code))
            return;
        var root = CSharpSyntaxTree.ParseText(code, new(kind: Microsoft.CodeAnalysis.SourceCodeKind.Script)).GetRoot();
        foreach (var name in root.DescendantNodes().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText).Distinct())
        {
            foreach (var type in index.Types[name])
            {
                add(MemberNames.Of(type), OfType, $"names `{name}`");
                foreach (var member in index.MembersBySimpleName[name].Where(member => member.Type == name && code.Contains($"new {name}", StringComparison.Ordinal)))
                    add(member.Name, OfMember, $"names `new {name}`");
            }

            var members = index.MembersBySimpleName[name].Where(member => member.Type != name).ToList();
            var owners = members.Where(member => OwnerIsIn(member, code)).ToList();
            foreach (var member in owners)
                add(member.Name, OfMember, $"names `{member.Type}.{name}`");
            if (owners.Count == 0 && members.Select(member => member.Name).Distinct().Count() == 1)
                add(members[0].Name, OfMember, $"names `{name}`, which only {members[0].Type} has");
            foreach (var member in members.Where(_ => owners.Count == 0))
                add(member.Name, OfType, $"names `{name}`");
        }
    }

    private static bool OwnerIsIn(CodeMember member, string code) => Regex.IsMatch(code, $@"\b{Regex.Escape(member.Type)}\b");

    /// <summary>Names of several words that prose spells out: "idempotency key" is IdempotencyKey.</summary>
    private void AddWords(ClauseFacts facts, Action<string, double, string> add)
    {
        var words = Words.Of(facts.Text).ToList();
        for (var length = 2; length <= 4; length++)
        {
            for (var start = 0; start + length <= words.Count; start++)
            {
                var key = string.Join(' ', words.Skip(start).Take(length));
                if (typesByWords.TryGetValue(key, out var type))
                {
                    foreach (var symbol in index.Types[type])
                        add(MemberNames.Of(symbol), OfType, $"spells {type}");
                }

                foreach (var member in membersByWords[key])
                    add(member.Name, OfType, $"spells {member.Type}.{member.Simple}");
            }
        }
    }

    /// <summary>What the examples of a section call, its requirements are about; which of them is for other evidence to say.</summary>
    private void AddNeighbours(ClauseFacts facts, IReadOnlyList<ClauseFacts> clauses)
    {
        var own = found[facts.Clause.Id];
        var beside = clauses.Where(other => other.Clause.Kind == ClauseKind.Example && (other.Section == facts.Section || facts.Section.Sections.Contains(other.Section)));
        foreach (var (name, evidence) in beside.SelectMany(other => found[other.Clause.Id]).Where(pair => pair.Value.Weight >= OfMember))
        {
            if (!own.TryGetValue(name, out var known) || known.Weight < OfNeighbour)
                own[name] = new(TraceTier.Symbol, OfNeighbour, $"examples beside it call {string.Join('.', name.Split('.').TakeLast(2))}");
        }
    }

    private static string Key(string name) => string.Join(' ', Words.Of(name));

    [GeneratedRegex(@"\p{Lu}\w{2,}")]
    private static partial Regex Identifier();
}
