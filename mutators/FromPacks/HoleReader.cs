namespace BugSeeder.Mutators.FromPacks;

/// <summary>Reads a hole in a pattern's text: <c>$x</c>, <c>$x:name</c>, <c>$x:expr&lt;System.DateTime&gt;</c>, <c>$args...</c>.</summary>
internal static class HoleReader
{
    /// <summary>A hole as it is written.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Kind">Its kind, where it says one.</param>
    /// <param name="Type">The type, where it says one.</param>
    internal sealed record Found(string Name, HoleKind? Kind, string? Type)
    {
        public string Stand => $"hole_{Name}_";
    }

    /// <summary>Reads the hole that starts at a <c>$</c>, and goes on behind it.</summary>
    /// <exception cref="PatternError">The kind is none, or its type does not end.</exception>
    public static Found Read(string source, ref int at)
    {
        at++;
        var name = Word(source, ref at);
        if (source.AsSpan(at).StartsWith("...", StringComparison.Ordinal))
        {
            at += 3;
            return new(name, HoleKind.Rest, null);
        }
        if (at + 1 >= source.Length || source[at] != ':' || !char.IsLetter(source[at + 1]) || source.AsSpan(at).StartsWith("::", StringComparison.Ordinal))
            return new(name, null, null);
        var start = ++at;
        var word = Word(source, ref at);
        HoleKind kind = word switch
        {
            "expr" => HoleKind.Expr,
            "stmt" => HoleKind.Stmt,
            "name" => HoleKind.Name,
            "literal" => HoleKind.Literal,
            "type" => HoleKind.Type,
            _ => throw new PatternError($"There is no kind of hole '{word}'. There are expr, stmt, name, literal and type, and $args... for the arguments that are left.", start),
        };
        return new(name, kind, kind == HoleKind.Expr && at < source.Length && source[at] == '<' ? Type(source, ref at) : null);
    }

    private static string Word(string source, ref int at)
    {
        var start = at;
        while (at < source.Length && char.IsLetterOrDigit(source[at]))
            at++;
        return source[start..at];
    }

    private static string Type(string source, ref int at)
    {
        var start = at;
        var depth = 0;
        do
        {
            depth += source[at] switch { '<' => 1, '>' => -1, _ => 0 };
            at++;
        }
        while (depth > 0 && at < source.Length);
        return depth == 0 ? source[(start + 1)..(at - 1)] : throw new PatternError("The type of this hole does not end with '>'.", start);
    }
}
