namespace BugSeeder.Mender.Testing;

/// <summary>A test that fails without a patch and passes with it.</summary>
/// <param name="Project">The test project.</param>
/// <param name="File">The file it goes into, relative to the workspace.</param>
/// <param name="Text">The file's text with it.</param>
/// <param name="Class">The full name of its class.</param>
/// <param name="Method">Its name.</param>
internal sealed record RegressionTest(string Project, string File, string Text, string Class, string Method)
{
    /// <summary>Its name in an answer.</summary>
    public string Name => $"{Class}.{Method}";
}
