using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Literals;

/// <summary>A separator is a similar character.</summary>
internal sealed class SeparatorIsAnother : Mutator<LiteralExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "separator-is-another",
        Mistake: "Text is split or joined at a comma for a semicolon, a dot for a comma, a hyphen for an underscore.",
        Class: BugClass.Literal,
        Before: "return line.Split(';');",
        After: "return line.Split(',');")
    {
        Repeats = true,
        Signature = "public string[] Fields(string line)",
        LeavesAlone =
        [
            "return line.Split('a');",
            """return new[] { "a, b" };""",
        ],
    };

    protected override IEnumerable<Slip> At(LiteralExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Parent is ArgumentSyntax && node.Token is { Value: char or string, Text: { Length: 3 } text } && Other(text[1]) is { } other)
            yield return new(new(node.SpanStart + 1, 1), other.ToString());
    }

    private static char? Other(char separator) => separator switch
    {
        ',' => ';',
        ';' => ',',
        '.' => ',',
        '-' => '_',
        '_' => '-',
        ':' => ';',
        '|' => ',',
        '/' => '-',
        _ => null,
    };
}
