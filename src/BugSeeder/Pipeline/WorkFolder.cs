using System.Security.Cryptography;

namespace BugSeeder.Pipeline;

/// <summary>A folder outside of the target for all that a command builds and lets assistants work in. Its name says nothing about us.</summary>
internal sealed class WorkFolder : IDisposable
{
    public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(System.IO.Path.GetTempPath(), "w-" + RandomNumberGenerator.GetHexString(8, lowercase: true))).FullName;

    public string Sub(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // A file may still be held by a process that is ending; the system's own clean-up takes temporary folders.
        }
    }
}
