using System.Text.Json;
using BugSeeder.Model.Specs;
using BugSeeder.Model.Text;

namespace BugSeeder.Storage;

/// <summary>Traces on disk: one file for each text of a spec.</summary>
public static class TraceFolder
{
    /// <summary>Writes a trace in place of an older one of the same text.</summary>
    /// <returns>The file.</returns>
    public static string Write(TargetStore store, Trace trace)
    {
        var file = store.Trace(trace.SpecHash[..16]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file + ".new", Json.ToText(trace));
        File.Move(file + ".new", file, overwrite: true);
        return file;
    }

    /// <summary>The trace of a spec's text, if it is of this state of the target, of this bank and of this version; otherwise <see langword="null"/>.</summary>
    public static Trace? Read(TargetStore store, string specHash, string targetTree, string bankHash, string toolVersion)
    {
        var file = store.Trace(specHash[..16]);
        if (!File.Exists(file))
            return null;
        try
        {
            var trace = Json.Read<Trace>(File.ReadAllText(file));
            return trace.SchemaVersion == Json.SchemaVersion && trace.SpecHash == specHash && trace.TargetTree == targetTree && trace.BankHash == bankHash && trace.ToolVersion == toolVersion ? trace : null;
        }
        catch (JsonException)
        {
            // Written by another version, or by hand; it can be made again.
            return null;
        }
    }
}
