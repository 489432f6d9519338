using System.Globalization;
using System.Text;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>
/// How a command gets into a container: on standard input, with its variables, so that neither this machine's list of processes nor the container's stored
/// configuration has them. Standard input stays open behind it; when it closes, we are gone, and the container ends itself.
/// </summary>
internal static class ContainerEntry
{
    /// <summary>The first process of the container. The input goes through a file, since what follows it on the pipe is not the program's.</summary>
    private const string Script = """
        trap 'exit 137' TERM
        read -r words input
        command=$(head -c "$words")
        file=$(mktemp); head -c "$input" > "$file"
        exec 3<&0 4< "$file" < /dev/null; rm -f "$file"
        ( exec <&4 3<&- 4<&-; eval "$command" ) & work=$!
        exec 4<&-
        ( exec > /dev/null 2>&1; cat <&3; kill -TERM 1 ) &
        wait "$work"
        """;

    /// <summary>What a container is started with; podman's own variables are dropped.</summary>
    /// <param name="mark">A word by which its first process is known.</param>
    public static IReadOnlyList<string> Words(string mark) => ["/usr/bin/env", "-i", "/bin/sh", "-c", Script, mark];

    /// <summary>What it reads: how long the two parts are, the command, and the command's own input.</summary>
    public static string Input(BoxedCommand command, string? input)
    {
        string[] words = ["exec", "/usr/bin/env", "-i", .. command.Environment.Select(variable => Quoted($"{variable.Key}={variable.Value}")), .. command.Words.Select(Quoted)];
        var text = string.Join(' ', words);
        return string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(text)} {Encoding.UTF8.GetByteCount(input ?? "")}\n{text}{input}");
    }

    /// <summary>A word of the shell that means exactly this text.</summary>
    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
