using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Seeding.History;

/// <summary>The members of a text by a name that survives moves: of several members with one name, each goes by its parameters too.</summary>
internal sealed class MemberVersions
{
    private MemberVersions(string text, Dictionary<string, MemberDeclarationSyntax> members) => (Text, Members) = (text, members);

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Its members.</summary>
    public IReadOnlyDictionary<string, MemberDeclarationSyntax> Members { get; }

    /// <summary>Reads the members of a text, as far as it can be parsed.</summary>
    public static MemberVersions Of(string text, CSharpParseOptions options, CancellationToken cancellationToken)
    {
        var members = new Dictionary<string, MemberDeclarationSyntax>(StringComparer.Ordinal);
        var twice = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in CSharpSyntaxTree.ParseText(text, options, cancellationToken: cancellationToken).GetRoot(cancellationToken).DescendantNodes().OfType<MemberDeclarationSyntax>())
        {
            if (NameOf(member) is { } name && !members.TryAdd(name, member))
                twice.Add(name);
        }

        foreach (var name in twice)
            members.Remove(name);
        return new(text, members);
    }

    /// <summary>The tokens of a member, without what stands between them.</summary>
    public static IReadOnlyList<SyntaxToken> Tokens(MemberDeclarationSyntax member) => [.. member.DescendantTokens()];

    private static string? NameOf(MemberDeclarationSyntax member)
    {
        var own = member switch
        {
            MethodDeclarationSyntax method => $"{method.ExplicitInterfaceSpecifier}{method.Identifier.ValueText}{method.TypeParameterList}{Types(method.ParameterList)}",
            ConstructorDeclarationSyntax constructor => $"{(constructor.Modifiers.Any(SyntaxKind.StaticKeyword) ? ".cctor" : ".ctor")}{Types(constructor.ParameterList)}",
            PropertyDeclarationSyntax property => $"{property.ExplicitInterfaceSpecifier}{property.Identifier.ValueText}",
            IndexerDeclarationSyntax indexer => $"this{Types(indexer.ParameterList)}",
            OperatorDeclarationSyntax @operator => $"{@operator.OperatorToken}{Types(@operator.ParameterList)}",
            ConversionOperatorDeclarationSyntax conversion => $"{conversion.Type}{Types(conversion.ParameterList)}",
            FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
            _ => null,
        };
        return own is null ? null : string.Join('.', member.Ancestors().OfType<BaseTypeDeclarationSyntax>().Reverse().Select(type => type.Identifier.ValueText).Append(own));
    }

    private static string Types(BaseParameterListSyntax parameters) => $"({string.Join(',', parameters.Parameters.Select(parameter => $"{parameter.Type}"))})";
}
