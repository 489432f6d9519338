using System.Globalization;
using System.Text.RegularExpressions;
using BugSeeder.Execution.Trees;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Reading;

/// <summary>Reads a prompt: which files it names, which failing tests it shows, and where it says that the mistake is. The rest of it is for assistants that read prose.</summary>
internal static partial class PromptReader
{
    private static readonly char[] Around = ['`', '"', '\'', '(', ')', '*', ',', ';', ':'];
    private static readonly string[] Documents = [".md", ".markdown", ".txt"];

    /// <summary>Reads a prompt that was written for a workspace.</summary>
    /// <param name="prompt">Its text.</param>
    /// <param name="workspace">The workspace: a name counts only if it is there.</param>
    public static Assignment Read(string prompt, SourceTree workspace)
    {
        var prose = Fence().Replace(prompt, "\n");
        var named = Named().Matches(prose).Select(match => match.Value.TrimStart(Around).TrimEnd([.. Around, '.']).Replace('\\', '/'))
            .Select(name => name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var specs = named.SelectMany(name => DocumentsOf(name.TrimEnd('/'), workspace)).Distinct(StringComparer.Ordinal).ToList();
        return new(specs, [.. Tests(prompt)], PlaceIn(prose, named, workspace));
    }

    /// <summary>A name is a document, or a folder with documents in it.</summary>
    private static IEnumerable<string> DocumentsOf(string name, SourceTree workspace) =>
        workspace.Files.ContainsKey(name) ? IsDocument(name) ? [name] : []
        : workspace.Files.Keys.Where(path => path.StartsWith(name + "/", StringComparison.Ordinal) && IsDocument(path));

    private static bool IsDocument(string path) => Documents.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<ShownTest> Tests(string prompt)
    {
        foreach (var block in FailingBlock().Matches(prompt).Cast<Match>())
        {
            var members = SyntaxFactory.ParseCompilationUnit($"class C\n{{\n{block.Groups["code"].Value}\n}}").DescendantNodes().OfType<MethodDeclarationSyntax>();
            foreach (var method in members.Where(method => method.Parent is ClassDeclarationSyntax))
            {
                var name = method.Identifier.ValueText;
                var named = Regex.Match(block.Groups["names"].Value, $@"(?<class>[\w.+]+)\.{Regex.Escape(name)}\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
                if (named.Success && Code.TestSyntax.IsTest(method))
                    yield return new(named.Groups["class"].Value, name, method.ToString());
            }
        }
    }

    private static NamedPlace? PlaceIn(string prose, List<string> named, SourceTree workspace)
    {
        if (named.FirstOrDefault(name => name.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && workspace.Files.ContainsKey(name)) is not { } file)
            return null;
        var lines = Lines().Match(prose, prose.IndexOf(file, StringComparison.Ordinal));
        return lines.Success
            ? new(file, Number(lines.Groups["first"]), lines.Groups["last"].Success ? Number(lines.Groups["last"]) : Number(lines.Groups["first"]))
            : new(file, null, null);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^```.*?^```\s*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\S+")]
    private static partial Regex Named();

    [GeneratedRegex(@"\bfails?\b[^\n]*?\((?<names>[^\n]*)\)[^\n]*\n+```(csharp|cs|c#)?[^\n]*\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex FailingBlock();

    [GeneratedRegex(@"\blines?\s+(?<first>\d{1,7})(\s*(to|-|–)\s*(?<last>\d{1,7}))?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Lines();
}
