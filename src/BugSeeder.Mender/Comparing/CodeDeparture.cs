using BugSeeder.Code;
using BugSeeder.Model.Specs;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing;

/// <summary>The code says otherwise than a clause: seen by reading the two, where nothing can be run.</summary>
/// <param name="Convention">The name of the convention by which it was seen.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Heading">The heading above it.</param>
/// <param name="What">What the code does instead, in one sentence.</param>
/// <param name="Place">Where.</param>
internal sealed record CodeDeparture(string Convention, Clause Clause, string Heading, string What, CodePlace Place)
{
    /// <summary>What would bring the code to agree, where the convention knows it; the likeliest first. They need not compile.</summary>
    public IReadOnlyList<IReadOnlyList<TextChange>> Proposals { get; init; } = [];

    /// <summary>What makes two of them one: patches move places, and neither clause nor convention.</summary>
    public (string Convention, string Clause) Key => (Convention, Clause.Id);
}

/// <summary>A stretch of code.</summary>
/// <param name="Project">Its project.</param>
/// <param name="File">Its file, relative to the workspace.</param>
/// <param name="Span">Where it is.</param>
internal sealed record CodePlace(ProjectCode Project, string File, TextSpan Span);
