using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Comparing;

/// <summary>Which types of the product a clause speaks of.</summary>
internal static class Links
{
    /// <summary>The types that a clause names in code, that the examples beside it begin with, whose name its heading has, or that hold a text which it quotes.</summary>
    public static IReadOnlyList<INamedTypeSymbol> TypesOf(StatedClause clause, ProductCode code)
    {
        var names = clause.Code.Concat(clause.Examples.Select(example => example.Expression)).SelectMany(Names).ToHashSet(StringComparer.Ordinal);
        var heading = Wording.Of(clause.Topic);
        return [.. code.Types.Where(type => type.TypeKind is TypeKind.Class or TypeKind.Struct && (names.Contains(type.Name) || IsNamedBy(type, heading) || clause.Code.Any(name => DeclaresAlone(type, name, code)) || Holds(type, clause, code)))];
    }

    /// <summary>Whether a clause names a member in code, or calls it with its type.</summary>
    public static bool Names(StatedClause clause, ISymbol member) => clause.Code.Any(text => text == member.Name || text.EndsWith("." + member.Name, StringComparison.Ordinal) || text.StartsWith(member.Name + "(", StringComparison.Ordinal) || text.Contains("." + member.Name + "(", StringComparison.Ordinal));

    private static IEnumerable<string> Names(string code) => code.Split([' ', '.', '(', ')', '<', '>', ',', '[', ']', '{', '}', ';'], StringSplitOptions.RemoveEmptyEntries).Where(name => char.IsUpper(name[0]));

    /// <summary>A heading of several words has a type's name, or a type's name begins or ends with a heading of one.</summary>
    private static bool IsNamedBy(INamedTypeSymbol type, IReadOnlySet<string> heading)
    {
        var words = Wording.Of(type.Name);
        if (heading.Count == 0 || words.Count == 0)
            return false;
        var shared = Wording.Shared(words, heading);
        return heading.Count == 1 ? Wording.Same(words.First(), heading.First()) || Wording.Same(words.Last(), heading.First()) : shared == words.Count && shared >= 2 || shared == heading.Count;
    }

    /// <summary>A name that several types have tells nothing.</summary>
    private static bool DeclaresAlone(INamedTypeSymbol type, string name, ProductCode code) =>
        char.IsLetter(name[0]) && !type.GetMembers(name).IsEmpty && code.Types.Count(other => !other.GetMembers(name).IsEmpty) == 1;

    /// <summary>A text of several words or marks, as a header or a message is.</summary>
    private static bool Holds(INamedTypeSymbol type, StatedClause clause, ProductCode code)
    {
        var texts = clause.Quotes.Concat(clause.Code).Where(text => text.Length >= 8 && text.AsSpan().IndexOfAny(" ,;/") > 0).ToList();
        return texts.Count > 0 && code.DeclarationsOf(type).SelectMany(node => node.DescendantNodes().OfType<LiteralExpressionSyntax>()).Any(literal => literal.Token.Value is string value && texts.Contains(value, StringComparer.Ordinal));
    }
}
