using BugSeeder.Code;
using BugSeeder.Hosting;
using BugSeeder.Mender.Comparing;
using BugSeeder.Mender.Repairing;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Locating;

/// <summary>A stretch of code that is run as a whole, and by what.</summary>
/// <param name="Project">Its project.</param>
/// <param name="File">Its file.</param>
/// <param name="Span">Where it is.</param>
/// <param name="Failing">How many of what fails run it.</param>
/// <param name="Passing">How many of what passes run it.</param>
/// <param name="Tests">Those that pass; <see langword="null"/> where not all were looked at.</param>
/// <param name="Once">Whether a process runs it no second time, such as what a static field starts with: in a warm process a change of it shows nothing.</param>
internal sealed record Block(ProjectCode Project, string File, TextSpan Span, int Failing, int Passing, IReadOnlyList<CoveringTest>? Tests, bool Once)
{
    /// <summary>Those that fail and run it; <see langword="null"/> where that was not looked at.</summary>
    public IReadOnlySet<CoveringTest>? Fails { get; init; }

    /// <summary>The member that a departure stands in which was seen by reading: nothing runs it that fails, and it is as suspicious as can be.</summary>
    public static Block Of(CodeDeparture reading, int failing, CancellationToken cancellationToken)
    {
        var place = reading.Place;
        var member = FixContext.MemberAround(place.Project.Trees[place.File].GetRoot(cancellationToken).FindNode(place.Span));
        return new(place.Project, place.File, member?.Span ?? place.Span, Math.Max(1, failing), 0, null, Once: false);
    }
}
