using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace BugSeeder.Mutators.Tests;

/// <summary>Every card is run: what it shows is what its mutator does.</summary>
public sealed class CardTests
{
    public static TheoryData<string> Ids => [.. MutatorCatalogue.All.Select(mutator => mutator.Card.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void A_mutator_turns_its_before_into_its_after(string id)
    {
        var card = Card(id);
        Edits(id, card.Before).ShouldContain(card.FileAround(card.After));
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_proposal_reaches_whoever_asks_for_all_of_them(string id)
    {
        var card = Card(id);
        Code.Broken(card.FileAround(card.Before)).ShouldContain(card.FileAround(card.After));
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_mutator_leaves_similar_code_alone(string id)
    {
        var card = Card(id);
        card.LeavesAlone.ShouldNotBeEmpty();
        foreach (var code in card.LeavesAlone)
            Edits(id, code).ShouldBeEmpty(code);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Every_example_compiles_and_the_mistake_adds_no_diagnostic(string id)
    {
        var card = Card(id);
        var before = Code.Diagnostics(card.FileAround(card.Before));
        before.ShouldBeEmpty();
        Code.Diagnostics(card.FileAround(card.After)).ShouldBeEmpty();
        foreach (var code in card.LeavesAlone)
            Code.Diagnostics(card.FileAround(code), DiagnosticSeverity.Error).ShouldBeEmpty(code);
    }

    private static MutatorCard Card(string id) => MutatorCatalogue.All.Single(mutator => mutator.Card.Id == id).Card;

    /// <summary>What the one mutator makes of an example; its members and its frame do not count.</summary>
    private static List<string> Edits(string id, string example)
    {
        var card = Card(id);
        var file = card.FileAround(example);
        var model = Code.Model(file);
        var start = file.IndexOf(example, card.Members.Length == 0 ? 0 : file.IndexOf(card.Members, StringComparison.Ordinal) + card.Members.Length, StringComparison.Ordinal);
        // What takes the whole example out takes its indentation too.
        var line = file.LastIndexOf('\n', start) + 1;
        var mutator = MutatorCatalogue.All.Single(mutator => mutator.Card.Id == id);
        return
        [
            .. model.SyntaxTree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes()
                .SelectMany(node => mutator.At(node, model, TestContext.Current.CancellationToken))
                .Where(slip => slip.Replacements[0].Span.Start >= line && slip.Replacements[^1].Span.End <= start + example.Length + 1)
                .Select(slip => Planting.Apply(model.SyntaxTree.GetText(TestContext.Current.CancellationToken), slip.Replacements).ToString()),
        ];
    }
}
