using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Calls;

/// <summary>An optional argument is left out.</summary>
internal sealed class OptionalArgumentIsForgotten : Mutator<ArgumentSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "optional-argument-is-forgotten",
        Mistake: "A call relies on a default where it needs a value of its own.",
        Class: BugClass.WrongCall,
        Before: """return Read("f", trim: true);""",
        After: """return Read("f");""")
    {
        Members = "private static string Read(string path, int limit = 10, bool trim = false) => path + limit + trim;",
        Signature = "public static string Get()",
        LeavesAlone =
        [
            """return Read("f", limit: 10);""",
            """return Read("f");""",
            """var trim = Environment.NewLine.Length > 1; return Read("f", trim: trim);""",
            """return File.ReadAllTextAsync("f", new CancellationToken(true)).Result;""",
        ],
    };

    protected override IEnumerable<Slip> At(ArgumentSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Parent is ArgumentListSyntax list
            && (node.NameColon is not null || list.Arguments.Last() == node)
            && Invoked.Parameter(node, model) is { IsOptional: true, HasExplicitDefaultValue: true } parameter
            && !parameter.Type.Is("System.Threading.CancellationToken")
            && !(model.GetConstantValue(node.Expression, cancellationToken) is { HasValue: true } constant && Equals(constant.Value, parameter.ExplicitDefaultValue))
            && !Declared.Variables(node)
            && Declared.LeavesNoLocalUnused(node, model))
            yield return Removal.Of(list.Arguments, list.Arguments.IndexOf(node));
    }
}
