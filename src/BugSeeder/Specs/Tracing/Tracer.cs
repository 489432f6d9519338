using System.Text.RegularExpressions;
using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Specs;

namespace BugSeeder.Specs.Tracing;

/// <summary>Links the clauses of a spec to members, tests and bugs, with the evidence for every link.</summary>
internal sealed class Tracer
{
    /// <summary>How much each tier weighs. They are guesses; what they come to is measured where the truth is known (docs/trace.md).</summary>
    private const double ByIdentifier = 0.98, ByWitness = 0.95, ByValue = 0.85, ByPath = 0.4, ByCommit = 0.4, ByWords = 0.3;

    /// <summary>Where the witnesses of a bug map to many clauses, a few of them do not speak for each.</summary>
    private const double ByFewWitnesses = 0.5;

    /// <summary>
    /// Values and names are shared by many clauses about one type, and a test or bug is about one or two of them: the clause whose words fit best. How much the evidence
    /// of the next best two and of all others is worth beside that was measured (docs/trace.md): of such links one in five and one in fifty was right.
    /// </summary>
    private const double OfNextBest = 0.35, OfAllOthers = 0.2;

    /// <summary>So many of the clauses that share the rarest words count.</summary>
    private const int WordRanks = 3;

    private readonly CodeIndex index;
    private readonly TraceMatrix matrix;
    private readonly bool hidesIdentifiers;
    private readonly ClauseHistory? history;
    private readonly IReadOnlyList<ClauseFacts> clauses;
    private readonly IReadOnlyList<ClauseFacts> statements;
    private readonly Mentions mentions;
    private readonly Bm25 words;

    /// <summary>Gets ready to link.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="index">The target's names.</param>
    /// <param name="matrix">What people wrote down.</param>
    /// <param name="history">What was changed together; <see langword="null"/> where it is not known.</param>
    /// <param name="hidesIdentifiers">Whether identifiers and matrix are left out of account, to see how well the rest does.</param>
    public Tracer(Spec spec, CodeIndex index, TraceMatrix matrix, ClauseHistory? history, bool hidesIdentifiers)
    {
        (this.index, this.matrix, this.history, this.hidesIdentifiers) = (index, hidesIdentifiers ? TraceMatrix.None : matrix, history, hidesIdentifiers);
        clauses = ClauseFacts.Of(spec);
        statements = [.. clauses.Where(clause => clause.Clause.Kind != ClauseKind.Example)];
        mentions = new(index, clauses);
        words = new(statements.Select(clause => clause.Words));
    }

    /// <summary>The links to every member of the product.</summary>
    public IReadOnlyList<Link> Members() => [.. index.Members.GroupBy(member => member.Name, StringComparer.Ordinal).SelectMany(member => Sure(Subject.Of(member)))];

    /// <summary>The links to every test.</summary>
    public IReadOnlyList<Link> Tests() => [.. index.Tests.SelectMany(test => Sure(Subject.Of(test)))];

    /// <summary>A bug's links.</summary>
    public BugTrace Bug(Bug bug, SourceTree tree) => BugTrace.Of(bug.Id, LinksTo(Subject.Of(bug, index, tree))) with { QuotedBy = Quotation.Find(bug, index, clauses) };

    /// <summary>Public members that no clause, example or heading names; of a type of which nothing is named, the type.</summary>
    public IReadOnlyList<string> NeverMentioned()
    {
        var open = index.Members.Where(member => member.IsPublic && IsOfInterest(member)).ToList();
        return
        [
            .. open.GroupBy(member => member.Name[..member.Name.LastIndexOf('.')], StringComparer.Ordinal).OrderBy(type => type.Key, StringComparer.Ordinal).SelectMany(type =>
            {
                var silent = type.Select(member => member.Name).Distinct().Where(name => !mentions.IsNamed(name) && !IsSpelled(name)).ToList();
                return silent.Count == type.Select(member => member.Name).Distinct().Count() && !mentions.IsNamed(type.Key) && !IsSpelled(type.Key) ? [type.Key] : silent;
            }),
        ];
    }

    /// <summary>Every clause that anything speaks for, the surest first.</summary>
    public IReadOnlyList<Link> LinksTo(Subject subject)
    {
        var scores = words.Scores(subject.Words);
        var best = scores.DefaultIfEmpty().Max();
        var ranked = Enumerable.Range(0, statements.Count).Where(at => scores[at] > 0).OrderByDescending(at => scores[at]).ThenBy(at => at).Take(WordRanks)
            .ToDictionary(at => statements[at].Clause.Id, at => scores[at] / best, StringComparer.Ordinal);
        var witnesses = WitnessClauses(subject);
        return
        [
            .. clauses.Select(clause => LinkTo(clause, subject, ranked.GetValueOrDefault(clause.Clause.Id), witnesses))
                .Where(link => link.Evidence.Count > 0).OrderByDescending(link => link.Weight).ThenByDescending(link => ranked.GetValueOrDefault(link.Clause)),
        ];
    }

    private IEnumerable<Link> Sure(Subject subject) => LinksTo(subject).Where(link => link.Strength != LinkStrength.None);

    private Link LinkTo(ClauseFacts clause, Subject subject, double rank, Dictionary<string, Evidence> witnesses)
    {
        var evidence = new List<Evidence?>
        {
            Identifier(clause.Clause, subject),
            witnesses.GetValueOrDefault(clause.Clause.Id) ?? Example(clause, subject),
            Stated(clause, subject),
            subject.Members.Select(member => mentions.Of(clause.Clause.Id, member)).OfType<Evidence>().MaxBy(mention => mention.Weight),
            clause.Spans.FirstOrDefault(span => IsPathTo(span, subject.File)) is { } path ? new(TraceTier.Path, ByPath, $"names `{path}`") : null,
            history?.Together(clause.Clause, subject.File, subject.Members) is { } commit ? new(TraceTier.Commit, ByCommit, $"commit {commit} changed both") : null,
            rank > 0 ? new(TraceTier.Words, ByWords * rank, "words in common: " + string.Join(", ", clause.Words.Distinct().Where(subject.Words.ContainsKey).OrderByDescending(word => subject.Words[word]).Take(4))) : null,
        };
        var kept = evidence.OfType<Evidence>().Select(piece => Weighed(piece, clause, subject, rank)).ToList();
        return new(clause.Clause.Id, clause.Section.Id, subject.Id, Math.Round(Link.Combine(kept), 3), kept);
    }

    /// <summary>What a person wrote down, and what a member is called, needs no words in common.</summary>
    private static Evidence Weighed(Evidence piece, ClauseFacts clause, Subject subject, double rank) =>
        piece.Tier is TraceTier.Identifier or TraceTier.Witness or TraceTier.Words || subject.Witnesses.Count == 0 || clause.Clause.Kind == ClauseKind.Example || rank >= 1
            ? piece
            : piece with { Weight = Math.Round(piece.Weight * (rank > 0 ? OfNextBest : OfAllOthers), 3) };

    private Evidence? Identifier(Clause clause, Subject subject)
    {
        if (hidesIdentifiers || !clause.IsGiven)
            return null;
        var id = clause.Id.Split('#')[0];
        if (subject.Members.Append(subject.Id).Any(name => matrix.Requirements.GetValueOrDefault(name)?.Contains(id) == true))
            return new(TraceTier.Identifier, ByIdentifier, "the traceability matrix says so");
        return Cites(subject.Comments, id) ? new(TraceTier.Identifier, ByIdentifier, $"{id} stands in the code") : null;
    }

    /// <summary>What the witnesses of a bug are there for, by identifier or by the title of a scenario.</summary>
    private Dictionary<string, Evidence> WitnessClauses(Subject subject)
    {
        var found = new Dictionary<string, Evidence>(StringComparer.Ordinal);
        foreach (var clause in clauses)
        {
            var shown = subject.Witnesses.Where(test => !hidesIdentifiers && clause.Clause.IsGiven && (matrix.Requirements.GetValueOrDefault(test.Name)?.Contains(clause.Clause.Id.Split('#')[0]) == true || Cites(test.Method.ToFullString(), clause.Clause.Id.Split('#')[0]))).ToList();
            if (shown.Count == 0)
                shown = [.. subject.Witnesses.Where(test => IsTitled(clause.Clause.Title, test.Simple))];
            if (shown.Count > 0)
                found[clause.Clause.Id] = new(TraceTier.Witness, 3 * shown.Count >= subject.Witnesses.Count ? ByWitness : ByFewWitnesses, $"{shown[0].Simple} is there for it{(subject.Witnesses.Count > 1 ? $" ({shown.Count} of {subject.Witnesses.Count} witnesses)" : "")}");
        }

        return found;
    }

    /// <summary>A test that calls what an example calls, with the same values.</summary>
    private Evidence? Example(ClauseFacts clause, Subject subject)
    {
        if (clause.Clause.Example is not { } example || subject.Witnesses.Count == 0)
            return null;
        var values = Value.In([Microsoft.CodeAnalysis.CSharp.SyntaxFactory.ParseExpression(example.Expression), Microsoft.CodeAnalysis.CSharp.SyntaxFactory.ParseExpression(example.Outcome)]);
        var same = values.Count < 2 ? null : subject.Witnesses.FirstOrDefault(test => test.Uses.Any(member => mentions.Of(clause.Clause.Id, member) is { Weight: >= Mentions.OfMember }) && Value.In([test.Method]).IsSupersetOf(values));
        return same is null ? null : new(TraceTier.Witness, ByWitness, $"{same.Simple} has the example's values");
    }

    /// <summary>A value of the code stands in the clause, and the clause is about the same thing.</summary>
    private Evidence? Stated(ClauseFacts clause, Subject subject)
    {
        if (clause.Clause.Kind == ClauseKind.Example)
            return null;
        var value = subject.Values.Where(value => Stands(value, clause)).OrderByDescending(value => value.Text.Length).FirstOrDefault();
        if (value is null)
            return null;
        var symbol = subject.Members.Select(member => mentions.Of(clause.Clause.Id, member)).OfType<Evidence>().FirstOrDefault();
        var shared = clause.Words.Distinct().Where(word => subject.Words.GetValueOrDefault(word) >= 1).Take(3).ToList();
        return symbol is null && shared.Count < 2 ? null : new(TraceTier.Value, ByValue, $"states {Shown(value)}, and {symbol?.Reason ?? "speaks of " + string.Join(", ", shared)}");
    }

    private static bool Stands(Value value, ClauseFacts clause) => value.Kind switch
    {
        ValueKind.Number => clause.Numbers.Contains(value.Text),
        ValueKind.Text => value.Text.Trim().Length >= 4 && clause.Text.Contains(value.Text.Trim(), StringComparison.Ordinal),
        ValueKind.Case => clause.Spans.Any(span => Regex.IsMatch(span, $@"\b{Regex.Escape(value.Text)}\b")) || (value.Text.Length > 3 && Regex.IsMatch(clause.Text, $@"\b{Regex.Escape(value.Text)}\b")),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.Kind, "No such kind."),
    };

    private static string Shown(Value value) => value.Kind == ValueKind.Text ? $"\"{value.Text.Trim()}\"" : value.Text;

    /// <summary>All words of a title of at least two stand in the test's name.</summary>
    private static bool IsTitled(string title, string test)
    {
        var (wanted, have) = (Words.Of(title).Distinct().ToList(), Words.Of(test).ToHashSet(StringComparer.Ordinal));
        return wanted.Count >= 2 && wanted.TrueForAll(have.Contains);
    }

    private static bool Cites(string text, string id) => text.Contains(id, StringComparison.Ordinal) && Regex.IsMatch(text, $@"(?<![\w-]){Regex.Escape(id)}(?![\w-])");

    private static bool IsPathTo(string span, string file) =>
        span.Contains('/', StringComparison.Ordinal) ? ("/" + file).Contains("/" + span.Trim('/').TrimStart('.'), StringComparison.Ordinal) : span.EndsWith(".cs", StringComparison.Ordinal) && file.EndsWith("/" + span, StringComparison.Ordinal);

    /// <summary>What every type has, and what has no behaviour of its own.</summary>
    private static bool IsOfInterest(CodeMember member) =>
        member.Simple is not ("ToString" or "Equals" or "GetHashCode" or "Dispose" or "DisposeAsync") && !member.Simple.StartsWith("op_", StringComparison.Ordinal) && !member.Simple.StartsWith("operator", StringComparison.Ordinal) && member.Simple != member.Type;

    /// <summary>Whether a clause has every word of a name, and with a name of one word also one of its type's.</summary>
    private bool IsSpelled(string name)
    {
        var own = Words.Of(name.Split('.')[^1]).ToList();
        var type = Words.Of(name.Split('.') is [.., var owner, _] ? owner : "").ToList();
        return clauses.Any(clause => own.TrueForAll(clause.Words.Contains) && (own.Count > 1 || type.Exists(clause.Words.Contains)));
    }
}
