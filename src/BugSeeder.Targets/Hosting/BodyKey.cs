namespace BugSeeder.Hosting;

/// <summary>A method body that a mutant changes.</summary>
/// <param name="File">Its file, relative to the target.</param>
/// <param name="Ordinal">Its place among the bodies of the file.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct BodyKey(string File, int Ordinal);
