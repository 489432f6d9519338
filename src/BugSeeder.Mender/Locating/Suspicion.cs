using BugSeeder.Code;
using BugSeeder.Hosting;
using BugSeeder.Mender.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Locating;

/// <summary>
/// How suspicious each place of the product is, from 0 to 1 before it is weighted: Ochiai's coefficient (Ochiai 1957; for programs Abreu, Zoeteweij and
/// van Gemund 2006), failing / √(all failing × (failing + passing)), of the innermost stretch of code around it. What no stretch holds, such as the value
/// that a constant or a field starts with, is as suspicious as what uses it, a little less for each step.
/// </summary>
internal sealed class Suspicion
{
    /// <summary>What a process runs once is run by whatever test comes first, and says little of it.</summary>
    private const double RunOnce = 0.3;
    private const double Step = 0.9;
    private const int Steps = 4;
    private readonly ILookup<string, Block> blocks;
    private readonly Dictionary<(string File, TextSpan Span), double> starts = [];
    private readonly NamedPlace? named;
    private ILookup<string, (TextSpan Span, double Value)>? byFile;
    private readonly int failing;

    /// <summary>What fails in one section of the spec only may have another reason than the rest (parallel debugging; Jones et al. 2007).</summary>
    private const double Part = 0.9;
    private readonly IReadOnlyList<IReadOnlySet<CoveringTest>> parts;

    /// <summary>Computes it.</summary>
    /// <param name="blocks">What is run by what.</param>
    /// <param name="mentions">What is named by what fails.</param>
    /// <param name="failing">How many fail.</param>
    /// <param name="named">The place that the prompt names; nothing outside of it is suspicious.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="parts">What fails, in parts that may have reasons of their own.</param>
    public Suspicion(IReadOnlyList<Block> blocks, IReadOnlyList<Mention> mentions, int failing, NamedPlace? named, CancellationToken cancellationToken, IReadOnlyList<IReadOnlySet<CoveringTest>>? parts = null)
    {
        this.parts = parts is { Count: > 1 } ? parts : [];
        this.blocks = blocks.ToLookup(block => block.File, StringComparer.Ordinal);
        (this.failing, this.named) = (failing, named);
        AddStarts(blocks, mentions, cancellationToken);
    }

    /// <summary>The places with any suspicion: the bodies that were run by what fails, and the values that what they use starts with.</summary>
    public IEnumerable<(ProjectCode Project, string File, TextSpan Span)> Places(IReadOnlyList<ProjectCode> products) => products
        .SelectMany(project => project.Trees.Keys.Select(file => (project, file)))
        .SelectMany(entry => blocks[entry.file].Where(block => block.Failing > 0).Select(block => block.Span).Concat(starts.Keys.Where(start => start.File == entry.file).Select(start => start.Span))
            .Select(span => (entry.project, entry.file, span)));

    /// <summary>The suspicion of a place.</summary>
    public double Of(SyntaxTree tree, string file, TextSpan span)
    {
        if (!IsNamed(tree, file, span))
            return 0;
        var innermost = Innermost(file, span);
        byFile ??= starts.ToLookup(entry => entry.Key.File, entry => (entry.Key.Span, entry.Value), StringComparer.Ordinal);
        var start = byFile[file].Where(entry => entry.Span.Contains(span)).Select(entry => entry.Value).DefaultIfEmpty().Max();
        return Math.Max(innermost is null ? 0 : Ochiai(innermost), start);
    }

    /// <summary>Whether a change at a place shows in a warm process.</summary>
    public bool IsOnce(string file, TextSpan span) => Innermost(file, span) is not { Once: false };

    /// <summary>The tests that pass and run a place; <see langword="null"/> where any may.</summary>
    public IReadOnlyList<CoveringTest>? PassingAt(string file, TextSpan span) => Innermost(file, span)?.Tests;

    /// <summary>What fails and runs a place; <see langword="null"/> where that is not known.</summary>
    public IReadOnlySet<CoveringTest>? FailingAt(string file, TextSpan span) => Innermost(file, span)?.Fails;

    private Block? Innermost(string file, TextSpan span) => blocks[file].Where(block => block.Span.Contains(span)).MinBy(block => block.Span.Length);

    private double Ochiai(Block block) => failing == 0 ? 0
        : (block.Once ? RunOnce : 1) * parts.Where(_ => block.Fails is not null).Select(part => Part * Ochiai(block.Fails!.Count(part.Contains), part.Count, block.Passing)).Append(Ochiai(block.Failing, failing, block.Passing)).Max();

    /// <summary>The coefficient.</summary>
    /// <param name="reached">How many that fail run the place.</param>
    /// <param name="all">How many fail.</param>
    /// <param name="passing">How many that pass run it.</param>
    public static double Ochiai(int reached, int all, int passing) => reached == 0 ? 0 : reached / Math.Sqrt((double)all * (reached + passing));

    private bool IsNamed(SyntaxTree tree, string file, TextSpan span)
    {
        if (named is null)
            return true;
        if (named.File != file)
            return false;
        var lines = tree.GetLineSpan(span);
        return named.Line is not { } first || (lines.EndLinePosition.Line + 1 >= first && lines.StartLinePosition.Line + 1 <= (named.EndLine ?? first));
    }

    private void AddStarts(IReadOnlyList<Block> run, IReadOnlyList<Mention> mentions, CancellationToken cancellationToken)
    {
        var open = run.Where(block => block.Failing > 0).Select(block => (block.Project, block.File, block.Span, Value: Ochiai(block)))
            .Concat(mentions.SelectMany(mention => Raised(mention.Symbol, mention.Project, mention.Value, cancellationToken))).ToList();
        for (var step = 0; step < Steps && open.Count > 0; step++)
        {
            open = [.. open.SelectMany(place => SymbolsIn(place.Project, place.File, place.Span, cancellationToken).SelectMany(symbol => Raised(symbol, place.Project, place.Value, cancellationToken)))];
        }
    }

    private static IEnumerable<ISymbol> SymbolsIn(ProjectCode project, string file, TextSpan span, CancellationToken cancellationToken)
    {
        var model = project.Compilation.GetSemanticModel(project.Trees[file]);
        return project.Trees[file].GetRoot(cancellationToken).DescendantNodes(span).Where(node => node is SimpleNameSyntax && span.Contains(node.Span))
            .Select(node => model.GetSymbolInfo(node, cancellationToken).Symbol).OfType<ISymbol>().Distinct<ISymbol>(SymbolEqualityComparer.Default);
    }

    /// <summary>What a symbol starts with, as far as that is more suspicious now than it was.</summary>
    private List<(ProjectCode Project, string File, TextSpan Span, double Value)> Raised(ISymbol symbol, ProjectCode project, double value, CancellationToken cancellationToken)
    {
        var raised = StartsOf(symbol, project, cancellationToken).Where(start => !starts.TryGetValue((start.File, start.Span), out var known) || known < value * Step).ToList();
        foreach (var (_, file, span) in raised)
            starts[(file, span)] = value * Step;
        return [.. raised.Select(start => (start.Project, start.File, start.Span, value * Step))];
    }

    /// <summary>What a field, property, constant, member of an enum or parameter starts with, where its declaration says it.</summary>
    private static IEnumerable<(ProjectCode Project, string File, TextSpan Span)> StartsOf(ISymbol symbol, ProjectCode project, CancellationToken cancellationToken)
    {
        if (symbol is not (IFieldSymbol or IPropertySymbol or IParameterSymbol { HasExplicitDefaultValue: true } or IMethodSymbol))
            yield break;
        foreach (var declaration in symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)))
        {
            var file = project.Trees.FirstOrDefault(entry => entry.Value == declaration.SyntaxTree).Key;
            if (file is null)
                continue;
            IEnumerable<SyntaxNode?> values = declaration switch
            {
                VariableDeclaratorSyntax variable => [variable.Initializer?.Value],
                PropertyDeclarationSyntax property => [property.Initializer?.Value],
                EnumMemberDeclarationSyntax member => [member.EqualsValue?.Value],
                ParameterSyntax parameter => [parameter.Default?.Value],
                BaseMethodDeclarationSyntax method => method.ParameterList.Parameters.Select(parameter => parameter.Default?.Value),
                _ => [],
            };
            foreach (var value in values.OfType<SyntaxNode>())
                yield return (project, file, value.Span);
        }
    }
}
