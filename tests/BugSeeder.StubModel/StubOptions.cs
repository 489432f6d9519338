namespace BugSeeder.StubModel;

/// <summary>The command line of the stub.</summary>
/// <param name="Port">The port on loopback; 0 for any that is free.</param>
/// <param name="Scenario">The scenario of requests whose path names none.</param>
/// <param name="Script">The file with the tool calls of the scenario <c>fix</c>.</param>
/// <param name="AddressFile">A file to write the address into once the stub listens.</param>
/// <param name="Log">A file to append every request's body to, one a line.</param>
internal sealed record StubOptions(int Port, string Scenario, string? Script, string? AddressFile, string? Log)
{
    public const string Usage = """
        A scripted model server on loopback that speaks Anthropic Messages, OpenAI Responses, OpenAI Chat Completions and Gemini generateContent.

          dotnet run --project tests/BugSeeder.StubModel -- --port 0 --scenario fix --script calls.json

          --port N          port; 0 (the default) for any that is free. The address is printed on standard output.
          --scenario NAME   fix, text (the default), loop, 401, 403, 404, 429, 500, 529, credit, overflow, stall, hang.
                            A request can name another one in its path: http://127.0.0.1:N/loop as the provider's address.
          --script FILE     the tool calls of 'fix' and the final text, as JSON:
                            { "when": "text", "calls": [ { "edit": { "file": "a.txt", "old": "x", "new": "y" } }, { "run": "make" },
                              { "tool": "Edit", "input": { "file_path": "{cwd}/a.txt", ... } } ], "final": "text" }
                            An edit and a command are done with whatever tools the assistant offers.
                            {cwd} stands for the assistant's working directory. An array holds several scripts;
                            the first one answers whose "when" is part of the request, or that has none.
          --address-file F  where to write the address once the stub listens.
          --log FILE        where to append every request's body, one a line. Keys are in headers and are not written.
        """;

    public static StubOptions? Parse(string[] args)
    {
        var options = new StubOptions(0, "text", null, null, null);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
                return null;
            var value = args[i + 1];
            switch (args[i])
            {
                case "--port" when int.TryParse(value, out var port):
                    options = options with { Port = port };
                    break;
                case "--scenario":
                    options = options with { Scenario = value };
                    break;
                case "--script":
                    options = options with { Script = value };
                    break;
                case "--address-file":
                    options = options with { AddressFile = value };
                    break;
                case "--log":
                    options = options with { Log = value };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
