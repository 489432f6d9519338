using BugSeeder.Model.Trials;

namespace BugSeeder.Assisting.References;

/// <summary>Does nothing and says that nothing is wrong.</summary>
internal sealed class Noop : ReferenceAssistant
{
    public override string Name => "noop";

    public override string Behaviour => "does nothing and says that nothing is wrong";

    protected override Claim Act(AnswerKey key, WorkspaceEditor workspace) => NoDefect();
}
