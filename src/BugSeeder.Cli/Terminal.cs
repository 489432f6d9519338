using System.Diagnostics;
using BugSeeder.Pipeline;
using Spectre.Console;

namespace BugSeeder.Cli;

/// <summary>Shows progress on standard error: bars with the time left on a terminal, plain lines elsewhere.</summary>
internal sealed class Terminal : IProgressSink
{
    private readonly IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
    private readonly Dictionary<string, ProgressTask> bars = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> shown = new(StringComparer.Ordinal);
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private ProgressContext? context;

    private static bool IsPlain => Console.IsErrorRedirected;

    /// <summary>Runs a job while its progress is shown.</summary>
    public static async Task<T> ShowAsync<T>(Func<IProgressSink, Task<T>> job)
    {
        var terminal = new Terminal();
        if (IsPlain)
            return await job(terminal);
        return await terminal.console.Progress()
            .AutoClear(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .StartAsync(async context =>
            {
                terminal.context = context;
                return await job(terminal);
            });
    }

    public void Note(string text) => Write(text, "grey");

    public void Warn(string text) => Write("warning: " + text, "yellow");

    public void Advance(string job, int done, int total)
    {
        lock (gate)
        {
            if (context is null)
            {
                // A line per tenth keeps a CI log readable.
                var tenth = total == 0 ? 10 : 10 * done / total;
                if (shown.GetValueOrDefault(job, -1) != tenth)
                    Console.Error.WriteLine($"[{Elapsed}] {job}: {done} of {total}");
                shown[job] = tenth;
                return;
            }

            if (!bars.TryGetValue(job, out var bar))
                bars[job] = bar = context.AddTask(Markup.Escape(job));
            bar.MaxValue = Math.Max(1, total);
            bar.Value = done;
            bar.Description = Markup.Escape($"{job} {done}/{total}");
        }
    }

    private string Elapsed => clock.Elapsed.ToString(@"m\:ss", System.Globalization.CultureInfo.InvariantCulture);

    private void Write(string text, string style)
    {
        lock (gate)
        {
            if (context is null)
                Console.Error.WriteLine($"[{Elapsed}] {text}");
            else
                console.MarkupLine($"[{style}]{Markup.Escape(text)}[/]");
        }
    }
}
