using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>
/// A step that is missing and stands nowhere else: a call of a method of the type, or of something in sight, with what is in sight; a sum that is not kept.
/// What uses a local that is read nowhere comes first.
/// </summary>
internal sealed class StepPattern : FixPattern
{
    private const int Most = 30;
    private const int MostParameters = 2;
    private static readonly HashSet<string> Changing = new(StringComparer.Ordinal) { "Add", "Remove", "RemoveAt", "Clear", "Enqueue", "Push", "AddLast", "AddFirst", "RemoveLast", "RemoveFirst", "TryAdd", "TryRemove", "Insert", "Sort", "Reverse", "Dispose", "Flush", "Cancel", "ThrowIfCancellationRequested", "Append" };

    public override double Prior => 0.5;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        if (node is not StatementSyntax { Parent: BlockSyntax block } statement || statement is BlockSyntax or LocalFunctionStatementSyntax)
            yield break;
        foreach (var (text, weight) in Steps(statement.SpanStart, statement, context))
            yield return Insertion.Before(statement, text, weight);
        if (block.Statements[^1] == statement && statement is not (ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax))
        {
            foreach (var (text, weight) in Steps(statement.GetLastToken().SpanStart, statement, context))
                yield return Insertion.After(statement, text, weight);
        }
    }

    private static IEnumerable<(string Text, double Weight)> Steps(int position, StatementSyntax statement, FixContext context)
    {
        var unread = context.UnreadAt(statement).Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        var there = FixContext.MemberAround(statement)?.DescendantNodes().OfType<ExpressionStatementSyntax>().Select(other => other.ToString()).ToHashSet(StringComparer.Ordinal) ?? [];
        var variables = context.VariablesAt(position).ToList();
        return Calls(variables, statement, context).Concat(Sums(variables, statement))
            .Select(step => (step.Text, Weight: step.Used.Any(unread.Contains) ? 1 : there.Contains(step.Text) ? 0.2 : step.Weight))
            .OrderByDescending(step => step.Weight).DistinctBy(step => step.Text).Take(Most);
    }

    private static IEnumerable<(string Text, IReadOnlyList<string> Used, double Weight)> Calls(List<(string Name, ITypeSymbol Type, bool IsLocal)> variables, StatementSyntax statement, FixContext context)
    {
        var member = FixContext.MemberAround(statement);
        if (member is null || context.Model.GetDeclaredSymbol(member, context.CancellationToken) is not { ContainingType: { } own } here)
            yield break;
        foreach (var method in own.GetMembers().OfType<IMethodSymbol>().Where(method => method is { MethodKind: MethodKind.Ordinary, ReturnsVoid: true, Arity: 0, Parameters.Length: <= MostParameters } && (method.IsStatic || !here.IsStatic) && !SymbolEqualityComparer.Default.Equals(method, here)))
        {
            foreach (var arguments in Given(method, variables))
                yield return ($"{method.Name}({string.Join(", ", arguments)});", arguments, 0.4 + (0.1 * arguments.Count));
        }

        foreach (var (name, type, isLocal) in variables.Where(variable => !here.IsStatic || variable.IsLocal))
        {
            foreach (var method in type.GetMembers().Concat(type.TypeKind == TypeKind.Interface ? type.AllInterfaces.SelectMany(face => face.GetMembers()) : []).OfType<IMethodSymbol>()
                .Where(method => method is { MethodKind: MethodKind.Ordinary, IsStatic: false, Arity: 0, DeclaredAccessibility: Accessibility.Public, Parameters.Length: <= MostParameters } && Changing.Contains(method.Name)))
            {
                foreach (var arguments in Given(method, variables.Where(variable => variable.Name != name).ToList()))
                    yield return ($"{name}.{method.Name}({string.Join(", ", arguments)});", [name, .. arguments], type.Name == "CancellationToken" ? 0.8 : method.Name is "Clear" or "RemoveAt" or "Dispose" ? 0.3 : 0.4 + (0.1 * arguments.Count));
            }
        }
    }

    /// <summary>What can be handed to a method: for each parameter a local or parameter of exactly its type.</summary>
    private static IEnumerable<IReadOnlyList<string>> Given(IMethodSymbol method, List<(string Name, ITypeSymbol Type, bool IsLocal)> variables)
    {
        IEnumerable<IReadOnlyList<string>> lists = [[]];
        foreach (var parameter in method.Parameters)
        {
            var fitting = variables.Where(variable => variable.IsLocal && SymbolEqualityComparer.Default.Equals(variable.Type.OriginalDefinition, parameter.Type.OriginalDefinition)).Select(variable => variable.Name).ToList();
            lists = lists.SelectMany(list => fitting.Where(name => !list.Contains(name)).Select(IReadOnlyList<string> (name) => [.. list, name]));
        }

        return lists;
    }

    /// <summary>Within a loop: one number taken off or added to another, and a count.</summary>
    private static IEnumerable<(string Text, IReadOnlyList<string> Used, double Weight)> Sums(List<(string Name, ITypeSymbol Type, bool IsLocal)> variables, StatementSyntax statement)
    {
        if (!statement.Ancestors().Any(outer => outer is ForStatementSyntax or ForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax))
            yield break;
        var numbers = variables.Where(variable => variable.IsLocal && variable.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal or SpecialType.System_Double).ToList();
        foreach (var (name, type, _) in numbers)
        {
            if (type.SpecialType is SpecialType.System_Int32)
                yield return ($"{name}++;", [], 0.3);
            foreach (var (other, _, _) in numbers.Where(other => other.Name != name && SymbolEqualityComparer.Default.Equals(other.Type, type)))
            {
                yield return ($"{name} -= {other};", [], 0.4);
                yield return ($"{name} += {other};", [], 0.4);
            }
        }
    }
}
