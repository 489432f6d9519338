using System.Runtime.CompilerServices;
using Shouldly;

namespace BugSeeder.Reports.Tests;

/// <summary>Compares text with an approved file beside the test. What differs is left as <c>*.received.txt</c>, to be looked at and renamed.</summary>
internal static class Snapshot
{
    public static void Matches(string received, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        var name = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots", $"{Path.GetFileNameWithoutExtension(testFile)}.{test}");
        var (verifiedFile, receivedFile) = ($"{name}.verified.txt", $"{name}.received.txt");
        var verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile).ReplaceLineEndings("\n") : null;
        if (received == verified)
        {
            File.Delete(receivedFile);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(receivedFile)!);
        File.WriteAllText(receivedFile, received);
        received.ShouldBe(verified, $"If {Path.GetFileName(receivedFile)} is right, rename it to {Path.GetFileName(verifiedFile)}.");
    }
}
