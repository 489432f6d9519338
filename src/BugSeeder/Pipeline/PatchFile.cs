using BugSeeder.Code;
using BugSeeder.Execution.Processes;
using BugSeeder.Execution.Trees;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;

namespace BugSeeder.Pipeline;

/// <summary>Understands a unified diff by letting git apply it to a copy, and reads off what changed.</summary>
internal static class PatchFile
{
    public static async Task<IReadOnlyList<TextEdit>> EditsAsync(string patch, SourceTree tree, string folder, CancellationToken cancellationToken)
    {
        if (!File.Exists(patch))
            throw new UserError($"The patch '{patch}' does not exist.", "Give the path of a unified diff.");
        TreeFolder.Write(tree, folder);
        // Neither the user's configuration nor a repository around the folder may change what is applied.
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["GIT_CONFIG_GLOBAL"] = "/dev/null", ["GIT_CONFIG_NOSYSTEM"] = "1", ["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(folder), ["GIT_DIR"] = null };
        var result = await ProcessRunner.RunAsync(new("git", ["apply", "--whitespace=nowarn", Path.GetFullPath(patch)], folder) { Environment = environment, TimeLimit = TimeSpan.FromMinutes(1) }, cancellationToken);
        if (!result.Succeeded)
            throw new UserError($"The patch '{patch}' does not apply to the target: {result.ErrorText.Trim()}", "Make it with `git diff` in the target's top folder, at the state that the bank was made for.");
        var after = TreeFolder.Read(folder, _ => false);
        var changed = tree.DifferencesTo(after).Where(path => after.Files.ContainsKey(path) || tree.Files.ContainsKey(path)).ToList();
        if (changed.Find(path => !tree.Files.ContainsKey(path) || !after.Files.ContainsKey(path) || tree.Files[path].Text is null || after.Files[path].Text is null) is { } other)
            throw new UserError($"The patch adds, deletes or replaces a file that is not text: '{other}'.", "Plant a bug by changing lines of existing C# files.");
        return changed.Count > 0 ? [.. changed.SelectMany(path => Edits.Between(path, tree.Files[path].Text!, after.Files[path].Text!))] : throw new UserError($"The patch '{patch}' changes nothing.", "Give a patch that plants a bug.");
    }
}
