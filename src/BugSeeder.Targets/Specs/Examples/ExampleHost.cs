using Microsoft.CodeAnalysis;

namespace BugSeeder.Specs.Examples;

/// <summary>A built program of the target beside which examples can be run.</summary>
/// <param name="References">What examples are compiled against.</param>
/// <param name="Folder">The folder with its assemblies; the examples' own is put there for the time of the run.</param>
/// <param name="RuntimeConfig">The runtime configuration to run with.</param>
/// <param name="Namespaces">The product's namespaces: examples whose spec names none of them may use all.</param>
internal sealed record ExampleHost(IReadOnlyList<MetadataReference> References, string Folder, string RuntimeConfig, IReadOnlyList<string> Namespaces);
