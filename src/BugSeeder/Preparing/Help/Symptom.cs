using System.Text;
using System.Text.RegularExpressions;
using BugSeeder.Execution.Builds;
using BugSeeder.Model.Bugs;

namespace BugSeeder.Preparing.Help;

/// <summary>A bug as somebody tells it who uses the software and has never seen its code: what was tried, what came, what should have come.</summary>
internal static partial class Symptom
{
    private const int Most = 3;

    /// <summary>The report.</summary>
    /// <param name="bug">The bug.</param>
    /// <param name="messages">The messages of its witnesses.</param>
    public static string Of(Bug bug, IReadOnlyDictionary<string, string> messages)
    {
        var told = bug.Witnesses.Zip(bug.Failures)
            .Select(witness => Sentence(witness.First, FailureMessage.Read(messages.GetValueOrDefault(witness.First, witness.Second))))
            .Distinct(StringComparer.Ordinal).Take(Most).ToList();
        var names = CodeNames(bug);
        return string.Join('\n', told.Select(sentence => $"- {Hidden(sentence, names)}"));
    }

    private static string Sentence(string witness, FailureMessage failure)
    {
        var text = new StringBuilder($"In the case \"{Words(TestName.Parts(witness).Method)}\"");
        if (Inputs(witness) is { Length: > 0 } inputs)
            text.Append($", with {inputs},");
        text.Append(failure switch
        {
            { Expected: { } expected, Actual: { } actual } => $" the result is {actual}, where {expected} is right.",
            { Expected: { } expected } => $" the result is wrong: {expected} is right.",
            { Actual: { } actual } => $" the result is {actual}, and that is wrong.",
            { Stopped: true } => " it stops with an error, where it should not.",
            _ => " what happens is not what should.",
        });
        return text.ToString();
    }

    /// <summary>The arguments of a data-driven test, which are the inputs that were tried.</summary>
    private static string Inputs(string witness)
    {
        var open = witness.IndexOf('(', StringComparison.Ordinal);
        var close = witness.LastIndexOf(')');
        if (open < 0 || close < open)
            return "";
        return string.Join(", ", witness[(open + 1)..close].Split(", ").Select(argument => argument.Split(": ", 2) is [var name, var value] && Name().IsMatch(name) ? $"{Words(name)} {value}" : argument));
    }

    /// <summary>A name written as words.</summary>
    internal static string Words(string name) => Seam().Replace(name.Replace('_', ' '), " ").Trim().ToLowerInvariant();

    /// <summary>Names of the code that would lead to the place: its file, type and member.</summary>
    private static IReadOnlyList<string> CodeNames(Bug bug) =>
        [.. bug.Seed.Place.Member.Split('.').Append(Path.GetFileNameWithoutExtension(bug.Seed.Place.File)).Where(name => name.Length > 2).Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length)];

    private static string Hidden(string sentence, IReadOnlyList<string> names) => names.Aggregate(sentence, (text, name) => Regex.Replace(
        text, $@"\b{Regex.Escape(name)}\b", _ => Words(name) is var words && words != name ? words : "it", RegexOptions.None, TimeSpan.FromSeconds(1)));

    [GeneratedRegex(@"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex Seam();

    [GeneratedRegex(@"^\w+$")]
    private static partial Regex Name();
}
