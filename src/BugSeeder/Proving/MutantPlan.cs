using BugSeeder.Code;
using BugSeeder.Execution;
using BugSeeder.Hosting;
using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Proving;

/// <summary>How one seed is tried: what it changes, whether a delta can do it, and which tests come near it.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Projects">The projects it changes, as they are.</param>
/// <param name="Bodies">By project file: the bodies that a delta replaces; <see langword="null"/> where it takes whole images in a fresh process.</param>
/// <param name="Tests">The tests that run the code, quickest first; <see langword="null"/> where any may.</param>
internal sealed record MutantPlan(Seed Seed, IReadOnlyList<ProjectCode> Projects, IReadOnlyDictionary<string, IReadOnlyList<BodyKey>>? Bodies, IReadOnlyList<CoveringTest>? Tests)
{
    /// <summary>Whether a delta of it can be trusted in a fresh process alone.</summary>
    public bool NeedsFreshProcess { get; init; }

    /// <summary>Whether it stands in a loop, a lock or code that awaits. It is a guess, good for an order and for nothing else.</summary>
    public bool MayHang { get; init; }

    /// <summary>Where a mutant is planned: the original's bodies are found once for each file.</summary>
    internal sealed class Planner(HostedTarget host, CoverageMap coverage)
    {
        private readonly Lazy<LastingState> lasting = new(() => new(host.Emitter.Projects, coverage.Lasting));
        private readonly System.Collections.Concurrent.ConcurrentDictionary<SyntaxTree, MethodBodies> bodies = new();

        public MutantPlan Plan(Seed seed, CancellationToken cancellationToken)
        {
            var originals = host.Emitter.Products.Where(project => seed.Edits.Any(edit => project.Trees.ContainsKey(edit.File))).ToList();
            var replaced = new Dictionary<string, IReadOnlyList<BodyKey>>(StringComparer.Ordinal);
            var tests = new List<CoveringTest>();
            var anyTest = false;
            var needsFresh = false;
            foreach (var original in originals)
            {
                var (keys, fit) = BodiesOf(original, original.WithEdits(seed.Edits), seed, cancellationToken);
                if (keys is null)
                    return new(seed, originals, null, null);
                needsFresh |= fit != DeltaFit.Warm;
                anyTest |= fit == DeltaFit.FreshOnce;
                replaced[original.Project] = keys;
                foreach (var edit in seed.Edits.Where(edit => original.Trees.ContainsKey(edit.File)))
                {
                    if (coverage.Of(original, edit.File, new TextSpan(edit.Start, edit.Original.Length)) is { } covering)
                        tests.AddRange(covering);
                    else
                        anyTest = true;
                }
            }

            return new(seed, originals, replaced, anyTest ? null : [.. tests.Distinct()]) { NeedsFreshProcess = needsFresh, MayHang = MayHang(seed, cancellationToken) };
        }

        /// <summary>Whether it changes code that works on what lives on from test to test.</summary>
        public bool MeetsLastingState(MutantPlan plan, CancellationToken cancellationToken) =>
            plan.Projects.Any(project => plan.Bodies![project.Project].Any(body => project.Trees[body.File] is var tree
                && MethodBodies.At(tree.GetRoot(cancellationToken), body.Ordinal) is { } member && lasting.Value.Meets(project.Compilation.GetSemanticModel(tree), member, cancellationToken)));

        /// <summary>What is wrong with its code; <see langword="null"/> for nothing. A change inside of a body can be wrong only there.</summary>
        public string? ErrorIn(MutantPlan plan, CancellationToken cancellationToken)
        {
            using var phase = Phases.Start("warm: ask for errors");
            foreach (var project in host.Emitter.ProductsWith(plan.Seed.Edits))
            {
                foreach (var body in plan.Bodies![project.Project])
                {
                    var tree = project.Trees[body.File];
                    var member = MethodBodies.At(tree.GetRoot(cancellationToken), body.Ordinal)!;
                    var errors = project.Compilation.GetSemanticModel(tree).GetDiagnostics(member.FullSpan, cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
                    if (errors.FirstOrDefault() is { } error)
                        return $"{error.Id}: {error.GetMessage()}";
                }
            }

            return null;
        }

        private bool MayHang(Seed seed, CancellationToken cancellationToken) => seed.Edits.Any(edit =>
            host.Emitter.Products.FirstOrDefault(project => project.Trees.ContainsKey(edit.File)) is { } project
            && project.Trees[edit.File].GetRoot(cancellationToken) is var root && root.FullSpan.Contains(new TextSpan(edit.Start, edit.Original.Length))
            && root.FindNode(new TextSpan(edit.Start, edit.Original.Length)) is var changed && changed.AncestorsAndSelf().Any(node => IsWaitOrLoop(node, changed)));

        /// <summary>Of a loop with a counter only what has to do with the counter counts.</summary>
        private static bool IsWaitOrLoop(SyntaxNode node, SyntaxNode changed) => node switch
        {
            WhileStatementSyntax or DoStatementSyntax or LockStatementSyntax => true,
            ForStatementSyntax loop => !loop.Statement.Span.Contains(changed.Span)
                || loop.Declaration?.Variables is not { Count: > 0 } counters
                || changed.DescendantTokens().Any(token => token.IsKind(SyntaxKind.BreakKeyword) || counters.Any(counter => counter.Identifier.ValueText == token.ValueText)),
            AnonymousFunctionExpressionSyntax function => function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
            LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
            MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
            _ => false,
        };

        /// <summary>The bodies that a delta replaces; none where the build is optimised, where an edit is not inside of one, changes which members there are or what a generator makes, or where a delta cannot be trusted.</summary>
        private (IReadOnlyList<BodyKey>? Keys, DeltaFit Fit) BodiesOf(ProjectCode original, ProjectCode mutant, Seed seed, CancellationToken cancellationToken)
        {
            if (original.Compilation.Options.OptimizationLevel != OptimizationLevel.Debug)
                return (null, DeltaFit.Nowhere);
            var keys = new HashSet<BodyKey>();
            var worst = DeltaFit.Warm;
            foreach (var edit in seed.Edits.Where(edit => original.Trees.ContainsKey(edit.File)))
            {
                var tree = original.Trees[edit.File];
                if (bodies.GetOrAdd(tree, _ => new MethodBodies(tree.GetRoot(cancellationToken))).Holding(new(edit.Start, edit.Original.Length)) is not { } ordinal)
                    return (null, DeltaFit.Nowhere);
                var member = MethodBodies.At(tree.GetRoot(cancellationToken), ordinal)!;
                if (MethodBodies.SymbolOf(original.Compilation.GetSemanticModel(tree), member, cancellationToken) is not { } method || MethodBodies.FitOf(method, member) is var fit && fit == DeltaFit.Nowhere)
                    return (null, DeltaFit.Nowhere);
                worst = fit > worst ? fit : worst;
                keys.Add(new(edit.File, ordinal));
            }

            if (keys.Select(key => key.File).Distinct().Any(file => new MethodBodies(mutant.Trees[file].GetRoot(cancellationToken)).Count != bodies[original.Trees[file]].Count))
                return (null, DeltaFit.Nowhere);
            if (original.Generated.Count > 0 && !SameGenerated(original, mutant, cancellationToken))
                return (null, DeltaFit.Nowhere);
            return ([.. keys], worst);
        }

        private static bool SameGenerated(ProjectCode original, ProjectCode mutant, CancellationToken cancellationToken)
        {
            var generated = mutant.Regenerated(cancellationToken).Generated;
            return generated.Count == original.Generated.Count
                && generated.Zip(original.Generated).All(pair => pair.First.GetText(cancellationToken).ContentEquals(pair.Second.GetText(cancellationToken)));
        }
    }
}
