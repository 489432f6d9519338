using BugSeeder.Model;

namespace BugSeeder.Execution.Assistants;

/// <summary>Reads a key from a file, so that it stands neither in the configuration nor on a command line.</summary>
internal static class SecretFile
{
    private const int LongestKey = 16 * 1024;

    /// <summary>The file's text without the white space around it.</summary>
    /// <exception cref="UserError">The file cannot be read, or holds no key.</exception>
    public static string Read(string assistant, string path)
    {
        try
        {
            var key = new FileInfo(path) is { Exists: true, Length: <= LongestKey } ? File.ReadAllText(path).Trim() : "";
            return key.Length > 0 && !key.Contains('\n', StringComparison.Ordinal)
                ? key
                : throw new UserError($"The key file '{path}' of assistant '{assistant}' holds no key.", "Put the key, and nothing else, on one line of the file that keyFile names.", ExitCode.AssistantUnusable);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"The key file '{path}' of assistant '{assistant}' cannot be read: {unreadable.Message}", "Correct keyFile in bugseeder.yml.", ExitCode.AssistantUnusable);
        }
    }
}
