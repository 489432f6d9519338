namespace BugSeeder.Hosting;

/// <summary>Where a delta of a method can be trusted.</summary>
internal enum DeltaFit
{
    /// <summary>In a warm process, among others.</summary>
    Warm,

    /// <summary>In a process of its own, before anything of the target has run.</summary>
    Fresh,

    /// <summary>The same, and whichever test comes first runs it for all.</summary>
    FreshOnce,

    /// <summary>Nowhere; it takes whole images.</summary>
    Nowhere,
}
