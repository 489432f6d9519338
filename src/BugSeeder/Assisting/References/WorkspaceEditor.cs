using BugSeeder.Execution.Trees;

namespace BugSeeder.Assisting.References;

/// <summary>Changes files of a workspace, as an assistant's own tools would.</summary>
internal sealed class WorkspaceEditor(string folder)
{
    public void Write(string path, TreeFile file)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, file.Content);
    }

    /// <summary>Puts a comment at the end of a file, in the file's own encoding and line ends.</summary>
    public void Append(string path, TreeFile file, string comment)
    {
        var text = file.Text ?? "";
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        Write(path, file.WithText(text + (text.EndsWith('\n') || text.Length == 0 ? "" : end) + "// " + comment + end));
    }
}
