using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Trials;
using BugSeeder.Preparing;

namespace BugSeeder.Scoring;

/// <summary>What a trial left, sorted for scoring. The assistant's word is in its claim and nowhere else.</summary>
internal sealed class Evidence
{
    public Evidence(PreparedChallenge prepared, SourceTree original, SourceTree planted, SourceTree harvested, Observation observation, Transcript transcript, TargetLayout layout)
    {
        (Prepared, Original, Harvested, Observation, Transcript) = (prepared, original, harvested, observation, transcript);
        Place = new(prepared.Bug, original, planted);
        IsBug = prepared.Challenge.Kind == SubjectKind.Bug;
        Base = IsBug ? planted : original;
        Changed = prepared.Tree.DifferencesTo(harvested).ToLookup(path => PathKinds.Of(path, layout));
        Layout = layout;
    }

    public PreparedChallenge Prepared { get; }

    public SourceTree Original { get; }

    public SourceTree Harvested { get; }

    public Observation Observation { get; }

    public Transcript Transcript { get; }

    public TargetLayout Layout { get; }

    public BugPlace Place { get; }

    public bool IsBug { get; }

    /// <summary>The whole target with the bug, or without it on a control: pristine tests and witnesses, and nothing of the assistant's.</summary>
    public SourceTree Base { get; }

    /// <summary>The changed paths by kind.</summary>
    public ILookup<PathKind, string> Changed { get; }

    public Claim? Claim => Observation.Claim;

    public bool SaysDefect => Claim?.Verdict == ClaimVerdict.Defect;

    /// <summary>The assistant's product code under the pristine tests, witnesses and build files.</summary>
    public SourceTree Judged => Overlay(Base, Changed[PathKind.Product]);

    /// <summary>The assistant's tests over a product that it did not touch.</summary>
    /// <param name="product">The target whose product code is taken.</param>
    public SourceTree WithItsTests(SourceTree product)
    {
        var tests = product.Files.Keys.Union(Harvested.Files.Keys).Where(path => PathKinds.Of(path, Layout) == PathKind.Test).ToList();
        return Overlay(product, tests);
    }

    private SourceTree Overlay(SourceTree under, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            // A link would let the judged tree read what lies outside of it.
            under = Harvested.Files.TryGetValue(path, out var file) && file.LinkTarget is null ? under.With(path, file) : under.Without([path]);
        }

        return under;
    }
}
