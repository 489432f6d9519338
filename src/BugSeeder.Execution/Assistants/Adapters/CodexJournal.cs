using BugSeeder.Execution.Assistants.Reading;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>
/// What Codex used according to its own journal of the session, which has a <c>token_count</c> after every call. It stands in when Codex was ended
/// before it could print its sum.
/// </summary>
internal static class CodexJournal
{
    /// <summary>The last sum, with the number of calls as turns; <see langword="null"/> when there is none.</summary>
    public static Usage? Read(IEnumerable<byte[]> files)
    {
        Usage? last = null;
        var calls = 0;
        foreach (var file in files)
        {
            JsonValues.Read(file, json =>
            {
                var payload = json.Field("payload");
                if (payload.Text("type") != "token_count" || CodexReader.Total(payload.Field("info").Field("total_token_usage")) is not { } total || total.Tokens == last?.Tokens)
                    return;
                last = total;
                calls++;
            });
        }

        return last is null ? null : last with { Turns = calls, AtLeast = true };
    }
}
