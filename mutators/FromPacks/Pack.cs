namespace BugSeeder.Mutators.FromPacks;

/// <summary>Mistakes that somebody wrote down as patterns of code, in one YAML file.</summary>
public sealed class Pack
{
    internal Pack(string name, string description, IReadOnlyList<string> frameworks, IReadOnlyList<PackRule> rules)
    {
        Name = name;
        Description = description;
        Frameworks = frameworks;
        Rules = rules;
        Mutators = [.. rules.Select(rule => new PackMutator(rule))];
    }

    /// <summary>The name, which the ids of its rules start with.</summary>
    public string Name { get; }

    /// <summary>What its rules are about, in one sentence.</summary>
    public string Description { get; }

    /// <summary>Shared frameworks, beside the base library, that its examples need.</summary>
    public IReadOnlyList<string> Frameworks { get; }

    /// <summary>The cards of its rules, each with the rule's first example.</summary>
    public IEnumerable<MutatorCard> Cards => Rules.Select(rule => rule.Card);

    internal IReadOnlyList<PackRule> Rules { get; }

    internal IReadOnlyList<PackMutator> Mutators { get; }
}

/// <summary>One mistake of a pack.</summary>
/// <param name="Card">What it is, with its first example as before and after.</param>
/// <param name="Examples">Code before and after.</param>
/// <param name="LeavesAlone">Code that it must not touch.</param>
/// <param name="Line">The line of the file that it starts on, from 1.</param>
internal sealed record PackRule(MutatorCard Card, IReadOnlyList<PackExample> Examples, IReadOnlyList<PackExample> LeavesAlone, long Line)
{
    public required Pattern Before { get; init; }

    public required Pattern After { get; init; }

    /// <summary>Methods that the calls of the pattern must be of, with their full names.</summary>
    public IReadOnlyList<string> Calls { get; init; } = [];

    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}

/// <summary>A piece of code that a rule is tried on.</summary>
/// <param name="Before">The code.</param>
/// <param name="After">The code with the mistake; null where there must be none.</param>
/// <param name="Signature">The head of the method that the code is the body of; empty when it is members.</param>
/// <param name="Members">What else the class declares.</param>
/// <param name="Usings">Namespaces beside the usual ones.</param>
/// <param name="Line">The line of the file that it stands on, from 1.</param>
internal sealed record PackExample(string Before, string? After, string Signature, string Members, IReadOnlyList<string> Usings, long Line)
{
    /// <summary>A whole file with some code in the example's place.</summary>
    /// <param name="code"><see cref="Before"/> or <see cref="After"/>.</param>
    public string FileAround(string code) =>
        string.Concat(Usings.Select(space => $"global using {space};\n")) + new MutatorCard("x", "", default, "", "") { Signature = Signature, Members = Members }.FileAround(code);
}
