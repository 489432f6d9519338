using BugSeeder.Code;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Locating;

/// <summary>A stretch of code that is run as a whole, and by what.</summary>
/// <param name="Project">Its project.</param>
/// <param name="File">Its file.</param>
/// <param name="Span">Where it is.</param>
/// <param name="Failing">How many of what fails run it.</param>
/// <param name="Passing">How many of what passes run it.</param>
/// <param name="Once">Whether a process runs it no second time, such as what a static field starts with: in a warm process a change of it shows nothing.</param>
internal sealed record Block(ProjectCode Project, string File, TextSpan Span, int Failing, int Passing, bool Once);
