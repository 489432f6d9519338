namespace BugSeeder.Execution.Tests;

/// <summary>The scripted program that plays an assistant.</summary>
internal static class Peer
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "Peers", "peer.sh");

    /// <summary>Whether the process whose id stands in the file still runs; one that only waits to be reaped does not.</summary>
    public static bool Lives(string idFile)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{File.ReadAllText(idFile).Trim()}/stat");
            return status[(status.LastIndexOf(')') + 2)..][0] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }
}
