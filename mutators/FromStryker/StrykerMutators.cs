using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Proposing;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.Logging.Abstractions;
using Stryker.Abstractions;
using Stryker.Configuration.Options;
using Stryker.Core.Mutators;
using Stryker.Utilities.Logging;
using StrykerKind = Stryker.Abstractions.Mutator;

namespace BugSeeder.Mutators.FromStryker;

/// <summary>
/// All of Stryker.NET's mutators. They are named one by one: reflecting over Stryker.Core would load the dozens of assemblies that
/// the rest of Stryker needs. A test reads its metadata and fails when one is missing here.
/// </summary>
internal static class StrykerMutators
{
    private static readonly StrykerOptions Options = new() { MutationLevel = MutationLevel.Complete };

    public static IReadOnlyList<StrykerMutator> All { get; } = Make();

    /// <summary>What Stryker would do at a node, as edits of the text.</summary>
    public static IEnumerable<Candidate> At(SyntaxNode node, SemanticModel model)
    {
        foreach (var mutator in All)
        {
            foreach (var mutation in mutator.Inner.Mutate(node, mutator.GoesByText ? null! : model, Options))
            {
                if (Translation.Of(mutation, model) is not { Replacements.Count: > 0 } translation)
                    continue;
                yield return new Candidate(
                    mutator.Id, SeedSource.Stryker, mutator.ClassOf(mutation.Type), [], mutator.Mistake, translation.Replacements, mutation.OriginalNode)
                {
                    Intended = translation.Intended,
                };
            }
        }
    }

    private static StrykerMutator[] Make()
    {
        // RegexMutator asks for a logger as it is made.
        ApplicationLogging.LoggerFactory ??= NullLoggerFactory.Instance;
        var byKind = new Dictionary<StrykerKind, BugClass>
        {
            [StrykerKind.Equality] = BugClass.Condition,
            [StrykerKind.Logical] = BugClass.Condition,
            [StrykerKind.Boolean] = BugClass.Condition,
        };
        return
        [
            new("stryker/array-creation", "An array is made without its elements.", BugClass.Literal, new ArrayCreationMutator()),
            new("stryker/assignment-expression", "A compound assignment uses another operator.", BugClass.Arithmetic, new AssignmentExpressionMutator()),
            new("stryker/binary-expression", "A binary operator is another.", BugClass.Arithmetic, new BinaryExpressionMutator()) { Exceptions = byKind },
            new("stryker/binary-pattern", "A pattern says and for or, or the reverse.", BugClass.Condition, new BinaryPatternMutator()),
            new("stryker/block", "A branch or loop is missing.", BugClass.Omission, new BlockMutator()),
            new("stryker/boolean", "A boolean literal is the opposite.", BugClass.Literal, new BooleanMutator()),
            new("stryker/checked", "An overflow goes unnoticed.", BugClass.Arithmetic, new CheckedMutator()),
            new("stryker/collection-expression", "A collection is made without its elements.", BugClass.Literal, new CollectionExpressionMutator()),
            new("stryker/conditional-expression", "One arm of a conditional is always taken.", BugClass.Condition, new ConditionalExpressionMutator()),
            new("stryker/initializer", "An array initializer lost its elements.", BugClass.Literal, new InitializerMutator()),
            new("stryker/interpolated-string", "An interpolated text is empty.", BugClass.Literal, new InterpolatedStringMutator()),
            new("stryker/is-pattern-expression", "A pattern tests the opposite.", BugClass.Condition, new IsPatternExpressionMutator()),
            new("stryker/linq", "A query uses a related operator.", BugClass.WrongCall, new LinqMutator()),
            // With a model, version 5.1 asks for the type that contains Math, which is none, and so never finds a call of Math.
            new("stryker/math", "A related function of Math is called.", BugClass.WrongCall, new MathMutator()) { GoesByText = true },
            new("stryker/negate-condition", "A condition is negated.", BugClass.Condition, new NegateConditionMutator()),
            new("stryker/null-coalescing-expression", "A fallback is lost, always taken, or comes first.", BugClass.Literal, new NullCoalescingExpressionMutator()),
            new("stryker/object-creation", "An object is made without its initializer.", BugClass.Literal, new ObjectCreationMutator()),
            new("stryker/postfix-unary", "A counter runs the other way.", BugClass.Arithmetic, new PostfixUnaryMutator()),
            new("stryker/prefix-unary", "A sign, a complement or a counter is the other way.", BugClass.Arithmetic, new PrefixUnaryMutator()) { Exceptions = byKind },
            new("stryker/regex", "A regular expression matches something else.", BugClass.Literal, new RegexMutator()),
            new("stryker/relational-pattern", "A relational pattern compares another way.", BugClass.Condition, new RelationalPatternMutator()),
            new("stryker/statement", "A statement is missing.", BugClass.Omission, new StatementMutator()),
            new("stryker/string", "A text is empty.", BugClass.Literal, new StringMutator()),
            new("stryker/string-empty", "A test for null or blank text covers only one case.", BugClass.Condition, new StringEmptyMutator()),
            new("stryker/string-method", "The method for the other end, case or side is called.", BugClass.WrongCall, new StringMethodMutator()),
            new("stryker/string-method-to-constant", "A part of a text is taken to be empty.", BugClass.WrongCall, new StringMethodToConstantMutator()),
        ];
    }
}
