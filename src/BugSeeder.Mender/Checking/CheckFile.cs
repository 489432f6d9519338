using BugSeeder.Mender.Reading;
using BugSeeder.Specs.Examples;

namespace BugSeeder.Mender.Checking;

/// <summary>
/// Writes checks as tests of the target's own test project, so that whatever can be done with a test can be done with a check: run in milliseconds,
/// covered block by block, and run again after each tried patch. The files exist in memory only.
/// </summary>
internal static class CheckFile
{
    /// <summary>What the names of the classes begin with; the check's number follows.</summary>
    public const string ClassPrefix = "StatedInSpec";

    private const int SecondsEach = 5;

    /// <summary>The file of a check.</summary>
    /// <param name="check">The check.</param>
    /// <param name="number">Its number.</param>
    /// <param name="namespaces">The product's namespaces.</param>
    /// <param name="framework">The test framework.</param>
    /// <param name="isVoid">Whether its expression has no value.</param>
    public static string Text(Check check, int number, IReadOnlyList<string> namespaces, TestFramework framework, bool isVoid) => $$"""
        {{ExampleCode.Text(check.Example, number, namespaces, isVoid)}}

        {{framework.Full.Type}}
        public class {{ClassPrefix}}{{number}}
        {
            {{framework.Full.Method}}
            public void Holds() { {{(check.Example.Throws ? $"StatedInSpecComparison.Throws(\"{TypeOf(check)}\", SpecExample{number}.Run)" : $"StatedInSpecComparison.Gives(SpecExample{number}.Run)")}}; }
        }
        """;

    /// <summary>What all checks need.</summary>
    public static string Comparison { get; } = $$"""
        #nullable disable
        using System;
        using System.Collections;
        using System.Globalization;
        using System.Linq;
        using System.Threading.Tasks;

        internal static class StatedInSpecComparison
        {
            public static void Gives(Func<Action<object>, Action<object>, Task> run)
            {
                object actual = null, expected = null;
                var thrown = Thrown(() => run(value => actual = Settled(value), value => expected = Settled(value)), () => { });
                if (thrown != null)
                    throw new Exception("It stops with " + thrown.GetType().Name + ": " + thrown.Message);
                if (!Same(actual, expected))
                    throw new Exception("Expected: " + Show(expected) + "\nActual: " + Show(actual));
            }

            public static void Throws(string type, Func<Action<object>, Action<object>, Task> run)
            {
                object actual = null;
                var thrown = Thrown(() => run(value => actual = Settled(value), value => { }), () => Enumerate(actual));
                if (thrown == null)
                    throw new Exception("Expected: " + type + "\nActual: nothing is thrown");
                for (var at = thrown.GetType(); at != null; at = at.BaseType)
                    if (at.Name == type || at.FullName == type)
                        return;
                throw new Exception("Expected: " + type + "\nActual: " + thrown.GetType().Name + ": " + thrown.Message);
            }

            private static Exception Thrown(Func<Task> run, Action after)
            {
                try
                {
                    var job = Task.Run(async () => { await run(); after(); });
                    return job.Wait(TimeSpan.FromSeconds({{SecondsEach}})) ? null : new TimeoutException("it does not end");
                }
                catch (AggregateException problem)
                {
                    return problem.GetBaseException();
                }
            }

        {{ExampleComparison.Members}}
        }
        """;

    /// <summary>The exception's own name: a spec may say more behind it.</summary>
    private static string TypeOf(Check check) => check.Example.Outcome.Split(':', ' ', ',')[0].Trim('`', '.', ';', '"').Split('.')[^1];
}
