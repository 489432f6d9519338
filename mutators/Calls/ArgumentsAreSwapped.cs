using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Calls;

/// <summary>Two arguments of the same type change places.</summary>
internal sealed class ArgumentsAreSwapped : Mutator<ArgumentListSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "arguments-are-swapped",
        Mistake: "Two arguments of the same type are passed in the wrong order.",
        Class: BugClass.WrongCall,
        Before: "Copy(source, target);",
        After: "Copy(target, source);")
    {
        Repeats = true,
        Members = "private static void Copy(string from, string to) => Console.WriteLine(from + to); private static void Log(string text, int level) => Console.WriteLine(text + level);",
        Signature = "public void Save(string source, string target)",
        LeavesAlone =
        [
            "Copy(to: target, from: source);",
            "Log(source, 3);",
            "_ = Math.Max(1, 2);",
            """Copy("a", "b");""",
            "Console.WriteLine(source, target);",
        ],
    };

    protected override IEnumerable<Slip> At(ArgumentListSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Parent is null || Invoked.Method(node.Parent, model) is not { } method || IsSymmetric(method))
            yield break;
        for (var i = 0; i + 1 < node.Arguments.Count && i + 1 < method.Parameters.Length; i++)
        {
            var (left, right) = (node.Arguments[i], node.Arguments[i + 1]);
            if (IsPlain(left) && IsPlain(right) && !method.Parameters[i + 1].IsParams
                && Same(method.Parameters[i].Type, method.Parameters[i + 1].Type)
                && Same(model.TypeOf(left.Expression), model.TypeOf(right.Expression))
                && left.ToString() != right.ToString()
                && !(left.Expression is LiteralExpressionSyntax && right.Expression is LiteralExpressionSyntax))
            {
                var between = node.SyntaxTree.GetText(cancellationToken).ToString(TextSpan.FromBounds(left.Span.End, right.SpanStart));
                yield return new(TextSpan.FromBounds(left.SpanStart, right.Span.End), $"{right}{between}{left}") { Confuses = $"{method} {i}" };
            }
        }
    }

    private static bool IsPlain(ArgumentSyntax argument) => argument.NameColon is null && argument.RefKindKeyword.RawKind == 0 && !Declared.Variables(argument);

    private static bool Same(ITypeSymbol? left, ITypeSymbol? right) => left is not null && SymbolEqualityComparer.IncludeNullability.Equals(left, right);

    /// <summary>Where the order makes no difference.</summary>
    private static bool IsSymmetric(IMethodSymbol method) => method.Name is "Max" or "Min" or "Equals" or "ReferenceEquals" or "SequenceEqual";
}
