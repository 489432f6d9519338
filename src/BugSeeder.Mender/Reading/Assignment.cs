namespace BugSeeder.Mender.Reading;

/// <summary>What a prompt asks for, as far as a program understands it.</summary>
/// <param name="Specs">The spec's files, relative to the workspace, in the order in which they are named.</param>
/// <param name="FailingTests">Tests that the prompt shows as failing.</param>
/// <param name="Place">Where the prompt says that the mistake is; <see langword="null"/> where it does not.</param>
internal sealed record Assignment(IReadOnlyList<string> Specs, IReadOnlyList<ShownTest> FailingTests, NamedPlace? Place);

/// <summary>A failing test whose text the prompt shows.</summary>
/// <param name="Class">The full name of its class.</param>
/// <param name="Method">Its name.</param>
/// <param name="Text">Its declaration.</param>
internal sealed record ShownTest(string Class, string Method, string Text);

/// <summary>A place in the code.</summary>
/// <param name="File">The file, relative to the workspace.</param>
/// <param name="Line">The first line, from 1; <see langword="null"/> where none is named.</param>
/// <param name="EndLine">The last line, from 1.</param>
internal sealed record NamedPlace(string File, int? Line, int? EndLine);
