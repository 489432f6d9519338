using BugSeeder.Execution.Trees;
using BugSeeder.Model.Trials;

namespace BugSeeder.Assisting.References;

/// <summary>Undoes the bug and edits elsewhere too.</summary>
internal sealed class Drifter : ReferenceAssistant
{
    public override string Name => "drifter";

    public override string Behaviour => "undoes the bug and also edits a file that has nothing to do with it";

    protected override Claim Act(AnswerKey key, WorkspaceEditor workspace)
    {
        if (key.Kind == SubjectKind.Bug)
            Undo(key, workspace);
        if (key.ProductFiles.Count > 0)
            workspace.Append(key.ProductFiles[0], key.Given.Files[key.ProductFiles[0]], "Tidied.");
        else
            workspace.Write("NOTES.md", TreeFile.OfText("Tidied.\n"));
        return Defect(key.Bug, @fixed: true, [], testsRun: false);
    }
}
