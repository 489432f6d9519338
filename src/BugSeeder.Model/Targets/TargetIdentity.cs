namespace BugSeeder.Model.Targets;

/// <summary>Which code was studied: enough to notice that it is no longer the same.</summary>
/// <param name="Name">The target folder's name.</param>
/// <param name="Commit">The commit the working tree stands on; <see langword="null"/> where there is no git repository.</param>
/// <param name="Dirty">Whether the working tree differed from that commit.</param>
/// <param name="Tree">SHA-256 over every path and content of the target, in hexadecimal.</param>
public sealed record TargetIdentity(string Name, string? Commit, bool Dirty, string Tree);
