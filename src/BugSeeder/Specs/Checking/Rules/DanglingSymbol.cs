using System.Text.RegularExpressions;
using BugSeeder.Code;
using BugSeeder.Model.Specs;
using BugSeeder.Model.Text;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Specs.Checking.Rules;

/// <summary>The spec names a member that the product does not have.</summary>
internal sealed partial class DanglingSymbol : SpecRule
{
    /// <summary>A name this close to one of the product's, and unknown everywhere else, is a slip of the pen.</summary>
    private const int Slip = 2;

    public override SpecRuleCard Card { get; } = new(
        Id: "dangling-symbol",
        Wrong: "The spec names, as code, a type or member that the product does not have.",
        Why: "It was renamed or never built; an assistant builds it, or looks for it in vain.",
        Remedy: "Write the name as the code has it.",
        Severity: FindingSeverity.Warning,
        Bad: "# Money\n\nAn amount must be rounded with `Money.RoundUp`, and kept in a `MonneyBag`.\n",
        Good: "# Money\n\nAn amount must be rounded with `Money.Round`, and kept in a `MoneyBag`.\n")
    {
        NeedsTarget = true,
        Product = "public static class Money\n{\n    public static decimal Round(decimal amount) => decimal.Round(amount);\n}\n\npublic sealed class MoneyBag\n{\n    public Money2 Inner { get; } = new();\n}\n\npublic sealed class Money2\n{\n    public string Text => \"\";\n}\n",
        LeavesAlone = ["# A\n\nThe file `Money.txt` and the key `Billing.Rate` must be read; `MoneyBag.Inner.Text.Length` and `string.Empty` exist; `BillCalculated` must be logged.\n"],
    };

    public override IEnumerable<Flaw> In(CheckedSpec check)
    {
        var index = check.Code!.Index;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in check.Spec.Files)
        {
            foreach (Match span in CodeSpan().Matches(Fence().Replace(file.Text, block => new string(' ', block.Length))))
            {
                var text = span.Groups["code"].Value;
                if (seen.Add(text) && Problem(text, index) is { } problem)
                    yield return new(file.Place(span.Groups["code"].Index, text.Length), problem);
            }
        }
    }

    private static string? Problem(string text, CodeIndex index) =>
        DottedName().Match(text) is { Success: true } dotted ? Dangling(dotted.Groups["name"].Value.Split('.'), index)
        : Word().IsMatch(text) ? Misspelled(text, index)
        : null;

    /// <summary>Follows a dotted name from a type of the product; a name that begins with something else may be anything.</summary>
    private static string? Dangling(string[] parts, CodeIndex index)
    {
        var types = index.Types[parts[0]].ToList();
        if (types.Count == 0 || FileEnding().IsMatch(parts[^1]))
            return null;
        List<ITypeSymbol> at = [.. types];
        for (var part = 1; part < parts.Length; part++)
        {
            var members = at.SelectMany(type => MembersOf(type)).ToList();
            var found = members.Where(member => member.Name == parts[part]).ToList();
            if (found.Count == 0 && index.MembersBySimpleName[parts[part]].Any(member => member.Symbol is IMethodSymbol { IsExtensionMethod: true }))
                return null;
            if (found.Count == 0)
            {
                // What belongs to the platform cannot be looked through to its end.
                if (!at.Any(type => type.Locations.Any(location => location.IsInSource)))
                    return null;
                var near = members.Select(member => member.Name).Where(name => EditDistance.Of(name, parts[part]) <= Slip).Order(StringComparer.Ordinal).FirstOrDefault();
                return $"`{string.Join('.', parts)}`: {at[0].Name} has no member '{parts[part]}'{(near is null ? "" : $"; did you mean '{near}'?")}";
            }

            at = [.. found.Select(TypeOf).OfType<ITypeSymbol>()];
            if (at.Count == 0)
                return null;
        }

        return null;
    }

    private static string? Misspelled(string word, CodeIndex index)
    {
        if (index.Types.Contains(word) || index.MembersBySimpleName.Contains(word) || index.ForeignTypes.Contains(word) || index.IsWord(word))
            return null;
        var near = index.Types.Select(group => group.Key).Concat(index.MembersBySimpleName.Select(group => group.Key))
            .FirstOrDefault(name => name.Length > 6 && Math.Abs(name.Length - word.Length) <= Slip && char.IsUpper(name[0]) && EditDistance.Of(name, word) is > 0 and <= Slip && !IsPlural(name, word));
        return near is null ? null : $"`{word}` is not in the product; did you mean '{near}'?";
    }

    private static bool IsPlural(string name, string word) => name + "s" == word || word + "s" == name || name + "es" == word;

    private static IEnumerable<ISymbol> MembersOf(ITypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            foreach (var member in at.GetMembers())
                yield return member;
        }

        foreach (var member in type.AllInterfaces.SelectMany(contract => contract.GetMembers()))
            yield return member;
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        INamedTypeSymbol type => type,
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    [GeneratedRegex(@"(?<!`)`(?<code>[^`\n]+)`(?!`)")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"^(?<fence>\s*(```+|~~~+)).*?^\k<fence>", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?<name>[A-Z]\w*(\.[A-Za-z_]\w*)+)(<[^>]*>)?(\(.*\))?!?$", RegexOptions.ExplicitCapture)]
    private static partial Regex DottedName();

    [GeneratedRegex(@"^[A-Z][a-z0-9]+([A-Z][a-z0-9]*)+$")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(md|txt|json|ya?ml|cs|csproj|sln|xml|html?|csv|dll|exe|config|props|targets|log|sql|toml|razor)$")]
    private static partial Regex FileEnding();
}
