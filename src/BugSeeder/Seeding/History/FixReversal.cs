using BugSeeder.Code;
using BugSeeder.Execution.Git;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Seeding.History;

/// <summary>Takes the product part of a fix back out of today's code: by lines, or member by member where lines have moved.</summary>
internal sealed class FixReversal(SourceTree tree, TargetCode code)
{
    private readonly Dictionary<string, MemberVersions> versions = new(StringComparer.Ordinal);

    /// <summary>Today's path of a file of the past: its own, or that of the only product file with its name.</summary>
    public string? PathNow(string past)
    {
        if (code.IsProductSource(past))
            return past;
        var name = Path.GetFileName(past);
        var same = code.Products.SelectMany(product => product.Trees.Keys).Distinct(StringComparer.Ordinal).Where(path => Path.GetFileName(path) == name).Take(2).ToList();
        return same is [var only] ? only : null;
    }

    /// <summary>The edits that take the whole fix out of these files; null where one of its lines is another today.</summary>
    public IReadOnlyList<TextEdit>? ByLines(IReadOnlyList<FileVersions> files)
    {
        var edits = new List<TextEdit>();
        foreach (var file in files)
        {
            if (file.Before is null || file.After is null || PathNow(file.Path) is not { } path)
                return null;
            var now = tree.Files[path].Text!;
            var (before, after, lines) = (Diff.Lines(EndsAs(now, file.Before)), Diff.Lines(EndsAs(now, file.After)), Diff.Lines(now));
            if (ThreeWay.TakeBack(before, after, lines) is not { } steps)
                return null;
            var starts = Starts(lines);
            edits.AddRange(steps.Select(step => new TextEdit(path, starts[step.Start], string.Concat(lines.Skip(step.Start).Take(step.Count)), string.Concat(before.Skip(step.From).Take(step.FromCount)))));
        }

        return edits;
    }

    /// <summary>The edits for each member that was there before the fix and is there today, wherever it stands; empty where none fits.</summary>
    public IReadOnlyList<IReadOnlyList<TextEdit>> ByMembers(IReadOnlyList<FileVersions> files, CancellationToken cancellationToken)
    {
        var options = (CSharpParseOptions)code.Products[0].Compilation.SyntaxTrees[0].Options;
        var found = new List<IReadOnlyList<TextEdit>>();
        foreach (var file in files.Where(file => file.Before is not null && file.After is not null))
        {
            var before = MemberVersions.Of(file.Before!, options, cancellationToken);
            var after = MemberVersions.Of(file.After!, options, cancellationToken);
            found.AddRange(after.Members
                .Where(member => before.Members.TryGetValue(member.Key, out var old) && !old.IsEquivalentTo(member.Value))
                .Select(member => Member(before, member.Value, member.Key, PathNow(file.Path), options, cancellationToken))
                .OfType<IReadOnlyList<TextEdit>>()
                .Where(edits => edits.Count > 0));
        }

        return found;
    }

    private List<TextEdit>? Member(MemberVersions before, MemberDeclarationSyntax after, string name, string? path, CSharpParseOptions options, CancellationToken cancellationToken)
    {
        if (Home(name, path, options, cancellationToken) is not { } home || tree.Files[home].Text is not { } text)
            return null;
        var (old, now) = (MemberVersions.Tokens(before.Members[name]), MemberVersions.Tokens(versions[home].Members[name]));
        var steps = ThreeWay.TakeBack([.. old.Select(token => token.Text)], [.. MemberVersions.Tokens(after).Select(token => token.Text)], [.. now.Select(token => token.Text)]);
        return steps?.Select(step => Edit(home, text, now, before.Text, old, step)).ToList();
    }

    /// <summary>The file that has the member today: its own, or the only one that has a member of that name.</summary>
    private string? Home(string name, string? path, CSharpParseOptions options, CancellationToken cancellationToken)
    {
        MemberVersions Now(string file) => versions.TryGetValue(file, out var known) ? known : versions[file] = MemberVersions.Of(tree.Files[file].Text ?? "", options, cancellationToken);
        if (path is not null && Now(path).Members.ContainsKey(name))
            return path;
        var homes = code.Products.SelectMany(product => product.Trees.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Where(file => Now(file).Members.ContainsKey(name)).Take(2).ToList();
        return homes is [var only] ? only : null;
    }

    /// <summary>
    /// What stands in place of tokens keeps today's layout around it. Where tokens only go, or only come, the blanks and line ends before them go and come with them.
    /// </summary>
    private static TextEdit Edit(string path, string text, IReadOnlyList<SyntaxToken> now, string before, IReadOnlyList<SyntaxToken> old, BackStep step)
    {
        var whole = step.Count == 0 || step.FromCount == 0;
        int End(IReadOnlyList<SyntaxToken> tokens, int index) => index == 0 ? tokens[0].SpanStart : tokens[index - 1].Span.End;
        int Start(IReadOnlyList<SyntaxToken> tokens, int index) => whole ? End(tokens, index) : tokens[index].SpanStart;
        var from = Start(now, step.Start);
        var original = text[from..Math.Max(from, End(now, step.Start + step.Count))];
        var first = Start(old, step.From);
        var replacement = before[first..Math.Max(first, End(old, step.From + step.FromCount))];
        return new(path, from, original, Indented(EndsAs(text, replacement), Indent(before, old[0]), Indent(text, now[0])));
    }

    private static string Indented(string text, string was, string @is) => was == @is ? text : text.Replace("\n" + was, "\n" + @is, StringComparison.Ordinal);

    private static string Indent(string text, SyntaxToken first)
    {
        var start = text.LastIndexOf('\n', Math.Max(0, first.SpanStart - 1)) + 1;
        var end = start;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        return text[start..end];
    }

    /// <summary>Git may keep other line ends than a working tree has.</summary>
    private static string EndsAs(string now, string text) => text.ReplaceLineEndings(now.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n");

    private static int[] Starts(string[] lines)
    {
        var starts = new int[lines.Length + 1];
        for (var line = 0; line < lines.Length; line++)
            starts[line + 1] = starts[line] + lines[line].Length;
        return starts;
    }
}
