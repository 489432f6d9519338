using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Hosting;

/// <summary>A stretch of code that runs only if its probe was passed.</summary>
/// <param name="Span">The stretch, in the original text.</param>
/// <param name="Probe">The probe's number in its module; -1 where none could be put, so that every test may run it.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct ProbeRegion(TextSpan Span, int Probe);
