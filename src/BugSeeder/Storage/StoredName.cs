using BugSeeder.Model;

namespace BugSeeder.Storage;

/// <summary>Names that users give to what is stored become names of folders, so they must not lead anywhere else.</summary>
public static class StoredName
{
    /// <summary>The longest name: file systems allow 255 bytes, and names are put together.</summary>
    private const int Longest = 64;

    /// <summary>Refuses a name that cannot be a folder's on every system.</summary>
    /// <param name="kind">What is named, such as <c>bank</c>.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="UserError">The name cannot be used.</exception>
    public static string Checked(string kind, string name) =>
        name.Length is > 0 and <= Longest && char.IsAsciiLetterOrDigit(name[0]) && name[^1] != '.' && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
            ? name
            : throw new UserError($"'{name}' is no usable {kind} name.", $"Use up to {Longest} letters (a to z), digits, '-', '_' and '.', beginning with a letter or digit.");
}
