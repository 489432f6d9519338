using BugSeeder.Model.Trials;

namespace BugSeeder.Assisting.References;

/// <summary>Undoes the bug, adds the tests that show it, and says so.</summary>
internal sealed class Oracle : ReferenceAssistant
{
    public override string Name => "oracle";

    public override string Behaviour => "undoes the bug and adds the tests that show it; leaves a control alone";

    protected override Claim Act(AnswerKey key, WorkspaceEditor workspace)
    {
        if (key.Kind != SubjectKind.Bug)
            return NoDefect();
        Undo(key, workspace);
        foreach (var file in key.TestFiles)
            workspace.Write(file, key.Original.Files[file]);
        return Defect(key.Bug, @fixed: true, key.Bug.Witnesses, testsRun: false);
    }
}
