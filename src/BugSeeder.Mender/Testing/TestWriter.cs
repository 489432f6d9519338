using System.Text.RegularExpressions;
using BugSeeder.Code;
using BugSeeder.Mender.Checking;
using BugSeeder.Mender.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Testing;

/// <summary>Writes a check as a test in the style of the class it goes into.</summary>
internal static partial class TestWriter
{
    /// <summary>The test in the first form that compiles; <see langword="null"/> where none does.</summary>
    /// <param name="project">The test project as it is in the workspace.</param>
    /// <param name="check">The check.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static RegressionTest? Write(ProjectCode project, Check check, CancellationToken cancellationToken)
    {
        var names = Word().Matches(check.Example.Expression).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        if (TestFramework.Of(project.Compilation) is not { } framework || TestHome.Of(project, names, cancellationToken) is not [var home, ..])
            return null;
        var method = NameOf(check, home.Class);
        foreach (var assertion in AssertionText.Of(check.Example, framework.Kind))
        {
            foreach (var usings in (IReadOnlyList<string>[])[[], check.Example.Usings])
            {
                var text = TextWith(home.Class, framework, method, check.Example.Setup, assertion, usings);
                var grown = project.With([KeyValuePair.Create<string, string?>(home.File, text)]);
                if (grown.Compilation.GetSemanticModel(grown.Trees[home.File]).GetDiagnostics(null, cancellationToken).Any(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, IsWarningAsError: false }))
                    continue;
                var type = project.Compilation.GetSemanticModel(home.Class.SyntaxTree).GetDeclaredSymbol(home.Class, cancellationToken)!;
                return new(project.Project, home.File, text, MemberNames.Of(type), method);
            }
        }

        return null;
    }

    /// <summary>A name in words where the other tests of the class have such names, and in capitals where they have not.</summary>
    private static string NameOf(Check check, ClassDeclarationSyntax home)
    {
        var tests = home.Members.OfType<MethodDeclarationSyntax>().ToList();
        var subject = Word().Matches(check.Example.Expression).Select(match => match.Value).ToList() switch
        {
            [_, .. var rest] when rest.Count > 0 && check.Example.Expression.Contains('.', StringComparison.Ordinal) => Called().Match(check.Example.Expression) is { Success: true } called ? called.Groups["name"].Value : rest[0],
            [var only, ..] => only,
            _ => "Code",
        };
        var isInWords = tests.Count(test => test.Identifier.ValueText.Contains('_', StringComparison.Ordinal)) * 2 >= tests.Count;
        var name = isInWords ? $"{subject}_does_what_its_specification_says" : $"{subject}DoesWhatItsSpecificationSays";
        for (var number = 2; tests.Exists(test => test.Identifier.ValueText == name); number++)
            name = $"{name.TrimEnd([.. "0123456789_"])}{(isInWords ? "_" : "")}{number}";
        return name;
    }

    private static string TextWith(ClassDeclarationSyntax type, TestFramework framework, string method, string setup, string assertion, IReadOnlyList<string> usings)
    {
        var text = type.SyntaxTree.GetText().ToString();
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var (outer, step) = (Indentation.Of(type) + Indentation.Step(type), Indentation.Step(type));
        var body = setup.Length == 0 ? assertion : $"{setup}\n{assertion}";
        var test = Indentation.Indented($"[{framework.MethodAttribute}]\npublic void {method}()\n{{\n{Indentation.Indented(body, step, "\n")}\n}}", outer, newLine);
        var at = type.CloseBraceToken.GetPreviousToken().Span.End;
        var grown = $"{text[..at]}{newLine}{newLine}{test}{text[at..]}";
        var missing = usings.Where(line => !text.Contains(line, StringComparison.Ordinal)).ToList();
        if (missing.Count == 0)
            return grown;
        var root = (CompilationUnitSyntax)type.SyntaxTree.GetRoot();
        var before = root.Usings is [.., var last] ? last.Span.End : -1;
        var lines = string.Join(newLine, missing);
        return before >= 0 ? grown.Insert(before, newLine + lines) : lines + newLine + newLine + grown;
    }

    [GeneratedRegex(@"\b[A-Z]\w*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\.(?<name>[A-Z]\w*)(<[^()]*>)?\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Called();
}
