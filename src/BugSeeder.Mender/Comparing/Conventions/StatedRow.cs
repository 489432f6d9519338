using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>Where the code has the rows of a table, names and numbers together, it has all of them with these names and numbers.</summary>
internal sealed partial class StatedRow : Convention
{
    /// <summary>So many rows stand in the code word by word before another one departs.</summary>
    private const int Least = 2;

    public override ConventionCard Card { get; } = new(
        "A clause states a table whose rows have names in code and numbers.",
        "A member that has such rows, as arguments, as arms of a switch or in an initializer, has each of them with its names and its numbers.",
        "## Rooms\n\n- **R-1** Rooms must have these sizes.\n\n| room | seats | price |\n|---|---|---|\n| any other | 5 | 1 |\n| `Small` | 10 | 2.50 |\n| `Large` | 80 | 9 |\n| `Hall` | 300 | 25 |\n",
        "enum Room { Small, Large, Hall, Cellar } class Rooms { decimal Of(Room room) => room switch { Room.Small => Price(10, 2.5m), Room.Large => Price(80, 9m), Room.Cellar => Price(300, 25m), _ => 0m }; decimal Price(int seats, decimal price) => seats * price; }",
        "enum Room { Small, Large, Hall, Cellar } class Rooms { decimal Of(Room room) => room switch { Room.Small => Price(10, 2.5m), Room.Large => Price(80, 9m), Room.Hall => Price(300, 25m), _ => 0m }; decimal Price(int seats, decimal price) => seats * price; }")
    {
        LeftAlone =
        [
            "enum Room { Small, Large, Hall, Cellar } class Rooms { decimal Of(Room room) => room switch { Room.Small => Price(10, 2.5m), Room.Large => Price(70, 8m), Room.Cellar => Price(300, 25m), _ => 0m }; decimal Price(int seats, decimal price) => seats * price; }",
            "enum Room { Small, Large, Hall, Cellar } class Rooms { decimal Of(Room room) => room switch { Room.Small => Price(10, 2.5m), Room.Large => Price(80, 9m), Room.Hall => Price(300, 25m), Room.Cellar => Price(301, 25m), _ => 0m }; decimal Price(int seats, decimal price) => seats * price; }",
        ],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        foreach (var table in spec.Tables)
        {
            var rows = table.Rows.Select(RowOf).OfType<Row>().ToList();
            if (rows.Count <= Least)
                continue;
            foreach (var member in Groups(code, rows).GroupBy(group => group.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>()))
            {
                foreach (var departure in In(table.Clause, rows, [.. member], code))
                    yield return departure;
            }
        }
    }

    private IEnumerable<CodeDeparture> In(StatedClause clause, List<Row> rows, List<Group> groups, ProductCode code)
    {
        bool Agree(Row row, Group group) => HasNames(row, group) && HasNumbers(row, group);
        var open = rows.Where(row => !groups.Exists(group => Agree(row, group))).ToList();
        var left = groups.Where(group => !rows.Exists(row => Agree(row, group))).ToList();
        // Where few rows stand in the code as they are, or many do not, the two tables are about different things.
        if (rows.Count - open.Count < Least || open.Count > rows.Count - open.Count)
            yield break;
        foreach (var row in open)
        {
            if (left.Where(group => HasNames(row, group)).ToList() is [var numbered] && numbered.Numbers.Count == row.Numbers.Count)
            {
                yield return code.At(numbered.Node, this, clause, $"{string.Join(", ", row.Names)} stands with other numbers than {string.Join(", ", row.Numbers.Select(Written))}.", [.. numbered.Numbers.Zip(row.Numbers).Where(pair => pair.First.Value != pair.Second).Select(pair => new TextChange(pair.First.Node.Span, Literal(pair.Second, pair.First.Node)))]);
            }
            else if (left.Where(group => HasNumbers(row, group) && group.Names.Count == row.Names.Count && group.Names.Count(name => !row.Names.Contains(name.Name)) == 1).ToList() is [var named] && !open.Exists(other => HasNames(other, named)))
            {
                var other = named.Names.First(name => !row.Names.Contains(name.Name));
                var missing = row.Names.First(name => !named.Names.Any(each => each.Name == name));
                yield return code.At(named.Node, this, clause, $"{other.Name} stands in the place of {missing}.", [new TextChange(other.Node.Span, missing)]);
            }
        }
    }

    private static bool HasNames(Row row, Group group) => row.Names.SetEquals(group.Names.Select(name => name.Name));

    private static bool HasNumbers(Row row, Group group) => row.Numbers.SequenceEqual(group.Numbers.Select(number => number.Value));

    /// <summary>A row with names in code and numbers, and no other cells: of others it is not known what the code should have.</summary>
    private static Row? RowOf(IReadOnlyList<string> cells)
    {
        var (names, numbers) = (new HashSet<string>(StringComparer.Ordinal), new List<decimal>());
        foreach (var cell in cells)
        {
            var code = CodeSpan().Matches(cell).Select(match => match.Groups["code"].Value.Split('.')[^1]).ToList();
            if (code.Count > 0 && code.TrueForAll(SyntaxFacts.IsValidIdentifier))
                names.UnionWith(code);
            else if (decimal.TryParse(cell.Trim('`').TrimEnd('m'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                numbers.Add(number);
            else
                return null;
        }

        return names.Count > 0 && numbers.Count > 0 ? new(names, numbers) : null;
    }

    /// <summary>Arguments, arms and entries that have members of the enums which the table names, with the numbers in them.</summary>
    private static IEnumerable<Group> Groups(ProductCode code, List<Row> rows)
    {
        var named = rows.SelectMany(row => row.Names).ToHashSet(StringComparer.Ordinal);
        var enums = code.Types.Where(type => type.TypeKind == TypeKind.Enum && type.GetMembers().Any(member => named.Contains(member.Name))).ToHashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        if (enums.Count == 0)
            yield break;
        foreach (var node in code.All<SyntaxNode>().Where(node => node is ArgumentListSyntax or SwitchExpressionArmSyntax or AssignmentExpressionSyntax or InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression }))
        {
            var names = node.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => code.SymbolOf(name) is IFieldSymbol { ContainingType: { TypeKind: TypeKind.Enum } type } && enums.Contains(type)).Select(name => (name.Identifier.ValueText, (SyntaxNode)name)).ToList();
            if (names.Count == 0)
                continue;
            var numbers = node.DescendantNodes().OfType<LiteralExpressionSyntax>().Select(literal => (Literal: literal, Value: Numbers.Value(literal, code))).Where(number => number.Value is not null).Select(number => (number.Value!.Value, number.Literal)).ToList();
            if (numbers.Count > 0)
                yield return new(node, names, numbers);
        }
    }

    private static string Written(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Literal(decimal number, LiteralExpressionSyntax like) => Written(number) + (like.Token.Value is decimal ? "m" : "");

    private sealed record Row(IReadOnlySet<string> Names, IReadOnlyList<decimal> Numbers);

    private sealed record Group(SyntaxNode Node, IReadOnlyList<(string Name, SyntaxNode Node)> Names, IReadOnlyList<(decimal Value, LiteralExpressionSyntax Node)> Numbers);

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeSpan();
}
