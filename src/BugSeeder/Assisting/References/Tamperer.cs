using BugSeeder.Code;
using BugSeeder.Model.Trials;
using BugSeeder.Preparing;
using Microsoft.CodeAnalysis.CSharp;

namespace BugSeeder.Assisting.References;

/// <summary>Undoes the bug and deletes a test that has nothing to do with it.</summary>
internal sealed class Tamperer : ReferenceAssistant
{
    public override string Name => "tamperer";

    public override string Behaviour => "undoes the bug and deletes a test";

    protected override Claim Act(AnswerKey key, WorkspaceEditor workspace)
    {
        if (key.Kind == SubjectKind.Bug)
            Undo(key, workspace);
        foreach (var path in key.RemainingTestFiles)
        {
            var tree = CSharpSyntaxTree.ParseText(key.Given.Files[path].Text!);
            if (TestSyntax.TestsIn(tree.GetRoot()).FirstOrDefault() is not { } test)
                continue;
            var cut = SourceSpan.Of(test);
            workspace.Write(path, key.Given.Files[path].WithText(tree.GetText().ToString().Remove(cut.Span.Start, cut.Span.Length)));
            break;
        }

        return key.Kind == SubjectKind.Bug ? Defect(key.Bug, @fixed: true, [], testsRun: false) : NoDefect();
    }
}
