using BugSeeder.Code;
using BugSeeder.Mender.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Checking;

/// <summary>Puts tests that a prompt shows back into their classes, in the place of one of the same name or at the end.</summary>
internal static class ShownTests
{
    /// <summary>The project with those tests that belong to it and compile there.</summary>
    public static (ProjectCode Project, IReadOnlyList<PlacedTest> Placed) PutBack(ProjectCode project, IReadOnlyList<ShownTest> shown, CancellationToken cancellationToken)
    {
        var placed = new List<PlacedTest>();
        foreach (var test in shown)
        {
            if (project.Compilation.GetTypeByMetadataName(test.Class) is not { } type
                || type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).OfType<TypeDeclarationSyntax>().FirstOrDefault() is not { } declaration
                || project.Trees.FirstOrDefault(entry => entry.Value == declaration.SyntaxTree).Key is not { } file)
                continue;
            var text = TextWith(declaration, test);
            var grown = project.With([KeyValuePair.Create<string, string?>(file, text)]);
            if (grown.Compilation.GetSemanticModel(grown.Trees[file]).GetDiagnostics(null, cancellationToken).Any(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, IsWarningAsError: false }))
                continue;
            project = grown;
            placed.Add(new(test, file, text));
        }

        return (project, placed);
    }

    private static string TextWith(TypeDeclarationSyntax type, ShownTest test)
    {
        var text = type.SyntaxTree.GetText().ToString();
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var old = type.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(method => method.Identifier.ValueText == test.Method);
        var indent = Indentation.Of(type) + Indentation.Step(type);
        var written = Indentation.Indented(test.Text, indent, newLine);
        if (old is not null)
            return string.Concat(text.AsSpan(0, old.SpanStart), written.AsSpan(indent.Length), text.AsSpan(old.Span.End));
        var before = type.CloseBraceToken.GetPreviousToken().Span.End;
        var gap = type.Members.Count == 0 ? newLine : newLine + newLine;
        return string.Concat(text.AsSpan(0, before), gap, written, text.AsSpan(before));
    }
}
