using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Specs.Tracing;

/// <summary>Something that clauses are linked to: a member, a test, or a bug.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Members">The members it is about.</param>
/// <param name="Values">Its values.</param>
/// <param name="Words">Its words, each with how much it says of what it is about.</param>
/// <param name="Comments">Text in which identifiers of requirements are looked for.</param>
/// <param name="File">The file it stands in.</param>
internal sealed record Subject(string Id, IReadOnlyList<string> Members, IReadOnlySet<Value> Values, IReadOnlyDictionary<string, double> Words, string Comments, string File)
{
    /// <summary>The tests that show it.</summary>
    public IReadOnlyList<CodeTest> Witnesses { get; init; } = [];

    /// <summary>A member of the product, all its overloads together.</summary>
    public static Subject Of(IGrouping<string, CodeMember> member)
    {
        var nodes = member.Select(overload => overload.Declaration).ToList();
        var first = member.First();
        return new(member.Key, [member.Key], Value.In(nodes), Weigh((first.Simple, 3), (first.Type, 2), (string.Join(' ', nodes.Select(Code)), 0.3)), string.Concat(nodes.Select(node => node.ToFullString())), first.File);
    }

    /// <summary>A test. Of the members that it uses, those of the type that its class is named after come first.</summary>
    public static Subject Of(CodeTest test)
    {
        var tested = test.Name.Split('.')[^2];
        var own = test.Uses.Where(name => tested.StartsWith(TypeOf(name), StringComparison.Ordinal)).ToList();
        var type = test.Method.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return new(
            test.Name, own.Count > 0 ? own : [.. test.Uses.Take(5)], Value.In([test.Method]), Weigh((test.Simple, 3), (tested, 2), (string.Join(' ', own), 1), (Code(test.Method), 0.2)),
            test.Method.ToFullString() + string.Concat((type?.AttributeLists ?? []).Select(list => list.ToString())), test.File)
        {
            Witnesses = [test],
        };
    }

    /// <summary>A bug: the member it stands in, the values that it changes or that stand in the same statement, and the tests that fail.</summary>
    public static Subject Of(Bug bug, CodeIndex index, SourceTree tree)
    {
        var place = bug.Seed.Place;
        var statements = bug.Seed.Edits.Select(edit => StatementAt(edit, tree)).OfType<SyntaxNode>().ToList();
        var replaced = bug.Seed.Edits.SelectMany(edit => new[] { edit.Original, edit.Replacement }).Select(text => (SyntaxNode)CSharpSyntaxTree.ParseText(text, new(kind: SourceCodeKind.Script)).GetRoot()).ToList();
        var names = bug.Seed.Edits.SelectMany(edit => new[] { edit.Original, edit.Replacement }).Where(text => text.Length > 2 && char.IsUpper(text[0]) && text.All(char.IsLetterOrDigit)).Select(text => new Value(ValueKind.Case, text));
        var witnesses = index.Tests.Where(test => bug.Witnesses.Any(test.IsCase)).ToList();
        var member = index.Members.FirstOrDefault(member => member.Name == place.Member);
        var changed = string.Join(' ', bug.Seed.Edits.Select(edit => edit.Original + " " + edit.Replacement));
        return new(
            bug.Id, place.Member.Length > 0 ? [place.Member] : [], Value.In(statements.Concat(replaced)).Union(names).ToHashSet(),
            Weigh((place.Member.Split('.')[^1], 3), (TypeOf(place.Member), 2), (changed, 1.5), (string.Join(' ', statements.Select(Code)), 0.7), (string.Join(' ', witnesses.Take(6).Select(test => test.Simple)), 2)),
            member?.Declaration.ToFullString() ?? "", place.File)
        {
            Witnesses = witnesses,
        };
    }

    /// <summary>The type of a member's name.</summary>
    public static string TypeOf(string member) => member.Split('.') is [.., var type, _] ? type : "";

    private static SyntaxNode? StatementAt(TextEdit edit, SourceTree tree)
    {
        if (tree.Files.GetValueOrDefault(edit.File)?.Text is not { } text)
            return null;
        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        var span = new TextSpan(edit.Start + edit.Original.Length - edit.Original.TrimStart().Length, Math.Max(1, edit.Original.Trim().Length));
        var node = root.FindNode(TextSpan.FromBounds(Math.Min(span.Start, text.Length), Math.Min(span.End, text.Length)));
        return node.FirstAncestorOrSelf<SyntaxNode>(ancestor => ancestor is StatementSyntax and not BlockSyntax or SwitchExpressionArmSyntax or MemberDeclarationSyntax and not BaseTypeDeclarationSyntax or ArrowExpressionClauseSyntax);
    }

    private static string Code(SyntaxNode node) => string.Join(' ', node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken)).Select(token => token.ValueText));

    /// <summary>A word counts as often as the part that says most of what the subject is about.</summary>
    private static Dictionary<string, double> Weigh(params (string Text, double Weight)[] parts)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (text, weight) in parts)
        {
            foreach (var word in Tracing.Words.Of(text))
                weights[word] = Math.Max(weights.GetValueOrDefault(word), weight);
        }

        return weights;
    }
}
