namespace BugSeeder.Specs.Examples;

/// <summary>The program that runs examples one after the other and writes what it saw to a file, one line each: number, word, text in Base64.</summary>
internal static class ExampleProgram
{
    /// <summary>Its text. It uses nothing but the base library, since it runs on the target's own runtime.</summary>
    /// <param name="numbers">The numbers of the examples it has.</param>
    /// <param name="secondsEach">How long one example may take.</param>
    public static string Text(IEnumerable<int> numbers, int secondsEach) => $$"""
        using System;
        using System.Collections;
        using System.Globalization;
        using System.IO;
        using System.Linq;
        using System.Threading.Tasks;

        internal static class SpecExampleProgram
        {
            private static readonly (int Number, string Throws, Func<Action<object>, Action<object>, Task> Run)[] All = new (int, string, Func<Action<object>, Action<object>, Task>)[]
            {
                {{string.Join("\n        ", numbers.Select(number => $"({number}, null, SpecExample{number}.Run),"))}}
            };

            public static int Main(string[] arguments)
            {
                var from = int.Parse(arguments[1], CultureInfo.InvariantCulture);
                foreach (var example in All.Where(example => example.Number >= from))
                {
                    var (word, text) = Try(example.Run);
                    File.AppendAllText(arguments[0], example.Number + " " + word + " " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)) + "\n");
                    if (word == "late")
                        return 3;
                }

                return 0;
            }

            private static (string, string) Try(Func<Action<object>, Action<object>, Task> run)
            {
                object actual = null, expected = null;
                var hasExpected = false;
                var job = Task.Run(async () =>
                {
                    await run(value => actual = Settled(value), value => { expected = value; hasExpected = true; });
                    if (!hasExpected)
                        Enumerate(actual);
                });
                try
                {
                    if (!job.Wait(TimeSpan.FromSeconds({{secondsEach}})))
                        return ("late", "");
                }
                catch (AggregateException problem)
                {
                    var thrown = problem.GetBaseException();
                    var names = "";
                    for (var type = thrown.GetType(); type != null && type != typeof(object); type = type.BaseType)
                        names += type.FullName + "|";
                    return ("threw", names + "\n" + thrown.Message);
                }

                if (!hasExpected)
                    return ("nothing", Show(actual));
                return Same(actual, expected) ? ("same", "") : ("other", Show(actual));
            }

            {{ExampleComparison.Members}}
        }
        """;
}
