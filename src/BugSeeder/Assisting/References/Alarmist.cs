using BugSeeder.Model.Trials;

namespace BugSeeder.Assisting.References;

/// <summary>Always finds something, and edits product code.</summary>
internal sealed class Alarmist : ReferenceAssistant
{
    public override string Name => "alarmist";

    public override string Behaviour => "always finds something and edits product code";

    protected override Claim Act(AnswerKey key, WorkspaceEditor workspace)
    {
        var file = key.ProductFiles.Count > 0 ? key.ProductFiles[0] : key.Bug.Seed.Place.File;
        workspace.Append(file, key.Given.Files[file], "This looked suspicious.");
        return new(ClaimVerdict.Defect, file, null, null, "This looks suspicious.", false, [], false, null, 0.9);
    }
}
