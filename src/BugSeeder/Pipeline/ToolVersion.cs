using System.Reflection;

namespace BugSeeder.Pipeline;

/// <summary>The version of BugSeeder that stands in everything it stores.</summary>
public static class ToolVersion
{
    /// <summary>The version.</summary>
    public static string Current { get; } = typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
