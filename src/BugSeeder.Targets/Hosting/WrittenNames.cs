using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Hosting;

/// <summary>
/// The names of what code gives another value, or changes inside, told by syntax alone: a field that shares its name with none of them stays as it was made.
/// What a constructor does to its own object counts as the making of it.
/// </summary>
internal sealed class WrittenNames
{
    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal)
    {
        "All", "Any", "AsReadOnly", "BinarySearch", "Contains", "ContainsKey", "ContainsValue", "CopyTo", "Count", "Equals", "Find", "First", "FirstOrDefault",
        "GetEnumerator", "GetHashCode", "GetLength", "GetValueOrDefault", "IndexOf", "Last", "Max", "Min", "Order", "OrderBy", "Select", "SelectMany", "Single", "Skip", "Sum",
        "Take", "ToArray", "ToDictionary", "ToHashSet", "ToList", "ToString", "TryGetValue", "Where", "Zip",
    };

    private static readonly string[] Unchangeable = ["IReadOnly", "IEnumerable", "Immutable", "Frozen", "ReadOnly"];

    private readonly Names later = new([], []);
    private readonly Names whileMade = new([], []);

    public WrittenNames(IEnumerable<SyntaxTree> trees)
    {
        foreach (var member in trees.SelectMany(tree => tree.GetRoot().DescendantNodes()).OfType<MemberDeclarationSyntax>().Where(member => member is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax or GlobalStatementSyntax))
            Add(member);
    }

    /// <summary>What is given another value, and what is only changed inside.</summary>
    private sealed record Names(HashSet<string> Assigned, HashSet<string> Touched);

    /// <summary>Whether something of this name is given another value after its object was made.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isStatic">Whether it belongs to no object.</param>
    public bool IsAssigned(string name, bool isStatic) => later.Assigned.Contains(name) || (isStatic && whileMade.Assigned.Contains(name));

    /// <summary>Whether something of this name may be changed inside after its object was made.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isStatic">Whether it belongs to no object.</param>
    public bool IsTouched(string name, bool isStatic) => later.Touched.Contains(name) || (isStatic && whileMade.Touched.Contains(name));

    private void Add(MemberDeclarationSyntax member)
    {
        var touched = new List<(string Name, Names Where)>();
        var aliases = new List<(string Alias, string Name)>();
        foreach (var node in member.DescendantNodes())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment:
                    Assign(assignment.Left);
                    break;
                case PrefixUnaryExpressionSyntax prefix when prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression:
                    Assign(prefix.Operand);
                    break;
                case PostfixUnaryExpressionSyntax postfix when postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression:
                    Assign(postfix.Operand);
                    break;
                case ArgumentSyntax argument when argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword:
                    Assign(argument.Expression);
                    break;
                case RefExpressionSyntax reference:
                    Assign(reference.Expression);
                    break;
                // What is handed on may be changed there.
                case ArgumentSyntax argument:
                    Touch(argument.Expression, LastIn(argument.Expression));
                    break;
                case ReturnStatementSyntax { Expression: { } returned } when HandsOn(member):
                    Touch(returned, LastIn(returned));
                    break;
                case ArrowExpressionClauseSyntax arrow when HandsOn(member):
                    Touch(arrow.Expression, LastIn(arrow.Expression));
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } when !Readers.Contains(call.Name.Identifier.ValueText):
                    Touch(call.Expression, NamesIn(call.Expression));
                    break;
                case InvocationExpressionSyntax { Expression: IdentifierNameSyntax called }:
                    Touch(called, NamesIn(called));
                    break;
                case ConditionalAccessExpressionSyntax call:
                    Touch(call.Expression, NamesIn(call.Expression));
                    break;
                case VariableDeclaratorSyntax { Initializer.Value: { } value } variable:
                    aliases.AddRange(LastIn(value).Select(name => (variable.Identifier.ValueText, name)));
                    break;
                case ForEachStatementSyntax loop:
                    aliases.AddRange(LastIn(loop.Expression).Select(name => (loop.Identifier.ValueText, name)));
                    break;
            }
        }

        foreach (var (name, where) in touched)
        {
            where.Touched.Add(name);
            where.Touched.UnionWith(aliases.Where(pair => pair.Alias == name).Select(pair => pair.Name));
        }

        void Assign(ExpressionSyntax target)
        {
            if (target is TupleExpressionSyntax tuple)
            {
                foreach (var part in tuple.Arguments)
                    Assign(part.Expression);
            }
            else if (target is FieldExpressionSyntax && member is PropertyDeclarationSyntax property)
            {
                later.Assigned.Add(property.Identifier.ValueText);
            }
            else
            {
                Where(target).Assigned.UnionWith(NamesIn(target).TakeLast(1));
                if (target is not IdentifierNameSyntax)
                    Touch(target, NamesIn(target));
            }
        }

        void Touch(ExpressionSyntax target, IEnumerable<string> names) => touched.AddRange(names.Select(name => (name, Where(target))));

        // Of a constructor only what it does at once, and to its own object, is the making of it.
        Names Where(ExpressionSyntax target) => member is ConstructorDeclarationSyntax
            && target is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } or ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax }
            && !target.Ancestors().TakeWhile(node => node != member).Any(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) ? whileMade : later;
    }

    /// <summary>Whether who asks a member gets what can be changed.</summary>
    private static bool HandsOn(MemberDeclarationSyntax member) => (member switch
    {
        PropertyDeclarationSyntax property => property.Type,
        MethodDeclarationSyntax method => method.ReturnType,
        _ => null,
    }) is { } type and not PredefinedTypeSyntax && !Unchangeable.Any(start => (type is QualifiedNameSyntax whole ? whole.Right : type).ToString().StartsWith(start, StringComparison.Ordinal));

    /// <summary>What is handed on is the last of what an expression goes through.</summary>
    private static IEnumerable<string> LastIn(ExpressionSyntax value) => value is MemberAccessExpressionSyntax access ? [access.Name.Identifier.ValueText] : NamesIn(value);

    /// <summary>All that an expression goes through.</summary>
    private static IEnumerable<string> NamesIn(ExpressionSyntax? value) => value switch
    {
        IdentifierNameSyntax name => [name.Identifier.ValueText],
        MemberAccessExpressionSyntax access => NamesIn(access.Expression).Append(access.Name.Identifier.ValueText),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } => Readers.Contains(call.Name.Identifier.ValueText) ? [] : NamesIn(call.Expression),
        ElementAccessExpressionSyntax element => NamesIn(element.Expression),
        ConditionalAccessExpressionSyntax access => NamesIn(access.Expression),
        ConditionalExpressionSyntax either => NamesIn(either.WhenTrue).Concat(NamesIn(either.WhenFalse)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.AsExpression } either => NamesIn(either.Left).Concat(NamesIn(either.Right)),
        CastExpressionSyntax cast => NamesIn(cast.Expression),
        ParenthesizedExpressionSyntax inner => NamesIn(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => NamesIn(inner.Operand),
        RefExpressionSyntax inner => NamesIn(inner.Expression),
        _ => [],
    };
}
