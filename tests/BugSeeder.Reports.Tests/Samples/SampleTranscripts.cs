using BugSeeder.Model.Runs;
using BugSeeder.Model.Trials;

namespace BugSeeder.Reports.Tests.Samples;

/// <summary>What happened in the sample's trials.</summary>
internal static class SampleTranscripts
{
    public static Transcript Of(char letter, BugReport bug)
    {
        if (letter == 'I')
            return new(null, null, [], null, null, ["529 overloaded"]);

        TranscriptEntry[] entries =
        [
            new(EntryKind.Message, "I will read the code and run the tests first.", null, null),
            new(EntryKind.Command, "dotnet test --nologo", letter == 'M' ? Hostile.Text : "Passed! - Failed: 0, Passed: 210, Skipped: 0, Total: 210, Duration: 2 s", false),
            new(EntryKind.Edit, bug.Bug.Seed.Place.File, null, null),
            new(EntryKind.Command, "dotnet build /p:Strict=true", "error MSB1008: Only one project can be specified.", true),
        ];
        return new("2.1.4", "a-model-5", letter is 'M' or 'L' ? entries[..2] : entries, letter == 'T' ? null : "{\"verdict\": \"defect\"}", new(4210, 51200, 900, 2300, 0, null, 9), []);
    }
}

/// <summary>Text as a hostile repository or assistant might print it.</summary>
internal static class Hostile
{
    public const string Text =
        "All fine.</pre></details><script>alert('owned')</script><img src=x onerror=alert(1)> | `code` | @everyone #1 https://evil.example/ "
        + "\e[31mred\e[0m \e]0;title\a \0 \u202Edesrever\u202C zero\u200Bwidth \uD800 ]]> &amp;";
}
