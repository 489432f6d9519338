namespace BugSeeder.Hosting;

/// <summary>An assembly as it was compiled in memory.</summary>
/// <param name="Assembly">Its simple name.</param>
/// <param name="Code">The image.</param>
internal sealed record EmittedImage(string Assembly, byte[] Code);

/// <summary>The images of a changed target.</summary>
/// <param name="Images">Every assembly that differs from the built one.</param>
/// <param name="Error">The first compiler error; <see langword="null"/> when it compiles.</param>
/// <param name="IsOriginals">Whether the project does not compile here as it is either, so that the error says nothing of the change.</param>
internal sealed record Emission(IReadOnlyList<EmittedImage> Images, string? Error, bool IsOriginals = false);
