using BugSeeder.Model.Bugs;

namespace BugSeeder.Mutators;

/// <summary>The mistake in words, and one piece of code before and after it. It is the documentation, and tests run it.</summary>
/// <param name="Id">Its name on the command line and in banks.</param>
/// <param name="Mistake">The mistake in one sentence.</param>
/// <param name="Class">What kind of slip it is.</param>
/// <param name="Before">Code that is right.</param>
/// <param name="After">The same code with the mistake.</param>
public sealed record MutatorCard(string Id, string Mistake, BugClass Class, string Before, string After)
{
    /// <summary>Production traits that the mistake always has; usually none.</summary>
    public IReadOnlyList<ProductionTrait> Traits { get; init; } = [];

    /// <summary>Whether it comes from a belief that a person holds at every such place, so that the mistake is made at two or three of them alike.</summary>
    public bool Repeats { get; init; }

    /// <summary>Code that looks similar and must be left alone.</summary>
    public IReadOnlyList<string> LeavesAlone { get; init; } = [];

    /// <summary>The head of the method that the examples are the body of; empty when they are members themselves.</summary>
    public string Signature { get; init; } = "";

    /// <summary>What else the class declares that the examples stand in.</summary>
    public string Members { get; init; } = "";

    /// <summary>A whole file that <paramref name="example"/> compiles in.</summary>
    /// <param name="example"><see cref="Before"/>, <see cref="After"/> or one of <see cref="LeavesAlone"/>.</param>
    public string FileAround(string example)
    {
        // Global, so that an example may be the only one that needs a namespace.
        var body = Signature.Length == 0 ? example : $"{Signature}\n    {{\n        {example}\n    }}";
        return $$"""
            #nullable enable
            global using System;
            global using System.Collections.Generic;
            global using System.Globalization;
            global using System.IO;
            global using System.Linq;
            global using System.Threading;
            global using System.Threading.Tasks;

            public class Example
            {
                {{Members}}

                {{body}}
            }

            """;
    }
}
