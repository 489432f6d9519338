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
            if (Unknown(grown, file, cancellationToken) is { Count: > 0 } unknown)
            {
                // What only this test used is gone from the file's usings too.
                text = WithUsings(text, unknown.SelectMany(name => NamespacesWith(name, grown)).Distinct(StringComparer.Ordinal));
                grown = project.With([KeyValuePair.Create<string, string?>(file, text)]);
            }

            if (Errors(grown, file, cancellationToken).Any())
                continue;
            project = grown;
            placed.Add(new(test, file, text));
        }

        return (project, placed);
    }

    private static IEnumerable<Diagnostic> Errors(ProjectCode project, string file, CancellationToken cancellationToken) =>
        project.Compilation.GetSemanticModel(project.Trees[file]).GetDiagnostics(null, cancellationToken).Where(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, IsWarningAsError: false });

    /// <summary>Names that no type or variable has.</summary>
    private static List<string> Unknown(ProjectCode project, string file, CancellationToken cancellationToken) =>
        [.. Errors(project, file, cancellationToken).Where(error => error.Id is "CS0103" or "CS0246").Select(error => error.Location.SourceTree!.GetText(cancellationToken).ToString(error.Location.SourceSpan).Split('<')[0]).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> NamespacesWith(string type, ProjectCode project) =>
        project.Compilation.GetSymbolsWithName(type, SymbolFilter.Type).Select(symbol => symbol.ContainingNamespace)
            .Concat(project.Compilation.References.Select(project.Compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>().SelectMany(assembly => NamespacesIn(assembly.GlobalNamespace).Where(space => space.GetTypeMembers(type).Any(found => found.DeclaredAccessibility == Accessibility.Public))))
            .Where(space => space is { IsGlobalNamespace: false }).Select(space => space.ToDisplayString()).Order(StringComparer.Ordinal).Take(1);

    private static IEnumerable<INamespaceSymbol> NamespacesIn(INamespaceSymbol space) => space.GetNamespaceMembers().SelectMany(NamespacesIn).Prepend(space);

    private static string WithUsings(string text, IEnumerable<string> namespaces)
    {
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        return string.Concat(namespaces.Where(space => !text.Contains($"using {space};", StringComparison.Ordinal)).Select(space => $"using {space};{newLine}")) + text;
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
