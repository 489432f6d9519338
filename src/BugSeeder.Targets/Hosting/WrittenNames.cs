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
        "All", "Any", "AsReadOnly", "AsSpan", "BinarySearch", "Contains", "ContainsKey", "ContainsValue", "CopyTo", "Count", "Equals", "Find", "First", "FirstOrDefault",
        "GetEnumerator", "GetHashCode", "GetLength", "GetValueOrDefault", "IndexOf", "Last", "Max", "Min", "Order", "OrderBy", "Select", "SelectMany", "Single", "Skip", "Sum",
        "Take", "ToArray", "ToDictionary", "ToHashSet", "ToList", "ToString", "TryGetValue", "Where", "Zip",
    };

    private readonly Names later = new([], []);
    private readonly Names whileMade = new([], []);

    public WrittenNames(IEnumerable<SyntaxTree> trees)
    {
        foreach (var member in trees.SelectMany(tree => tree.GetRoot().DescendantNodes()).OfType<MemberDeclarationSyntax>().Where(member => member is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax or GlobalStatementSyntax))
            Add(member, member is ConstructorDeclarationSyntax ? whileMade : later);
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

    private static void Add(MemberDeclarationSyntax member, Names names)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
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
                    touched.UnionWith(NamesOf(argument.Expression));
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } when !Readers.Contains(call.Name.Identifier.ValueText):
                    touched.UnionWith(NamesOf(call.Expression));
                    break;
                case ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax } call:
                    touched.UnionWith(NamesOf(call.Expression));
                    break;
                case VariableDeclaratorSyntax { Initializer.Value: { } value } variable:
                    aliases.AddRange(NamesOf(value).Select(name => (variable.Identifier.ValueText, name)));
                    break;
            }
        }

        names.Touched.UnionWith(touched);
        names.Touched.UnionWith(aliases.Where(pair => touched.Contains(pair.Alias)).Select(pair => pair.Name));

        void Assign(ExpressionSyntax target)
        {
            names.Assigned.UnionWith(target is TupleExpressionSyntax tuple ? tuple.Arguments.SelectMany(part => NamesOf(part.Expression)) : NamesOf(target));
            touched.UnionWith(target switch
            {
                ElementAccessExpressionSyntax element => NamesOf(element.Expression),
                MemberAccessExpressionSyntax access => NamesOf(access.Expression),
                _ => [],
            });
        }
    }

    private static IEnumerable<string> NamesOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => [name.Identifier.ValueText],
        MemberAccessExpressionSyntax access => [access.Name.Identifier.ValueText],
        ParenthesizedExpressionSyntax inner => NamesOf(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => NamesOf(inner.Operand),
        RefExpressionSyntax inner => NamesOf(inner.Expression),
        _ => [],
    };
}
