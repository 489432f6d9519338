using YamlDotNet.Serialization;

namespace BugSeeder.Configuration;

/// <summary>Writes a configuration in which every key is explained and only what was found is filled in.</summary>
public static class ConfigurationTemplate
{
    /// <summary>The text of <c>bugseeder.yml</c>.</summary>
    public static string Render(Survey found) => $$"""
        # BugSeeder's configuration. What the command line says wins over this file, and this file wins over the defaults.

        target:
          {{(found.Solution is { } solution ? $"solution: {Scalar(solution)}" : "# solution: Product.sln")}}
          # configuration: Debug
          # MSBuild properties for every restore and build:
          # properties: { TargetFrameworks: net10.0, TreatWarningsAsErrors: "false" }
          # Environment variables for every build and test:
          # environment: { TZ: UTC }
          # Globs of the test projects to use, and of the product projects to plant bugs in; all of them by default:
          # tests: ["tests/**"]
          # product: ["src/**"]
          # testLimitSeconds: 600
          # buildLimitSeconds: 600

        # Specs: each is a variant that is compared with no spec at all. Files or folders, relative to this file.
        specs:{{List(found.Specs.Take(1), "docs/spec.md")}}

        # Files that restate the spec, left out of every workspace. Documents that share runs of words with it are found anyway.
        leaveOut:{{List(found.Specs.Skip(1).Concat(found.Documents.Where(IsReadme)), "README.md")}}

        # Files that an assistant may change without drifting, such as a changelog that the spec orders:
        # mayChange: [CHANGELOG.md]

        # Assistants by the name they have in reports. `claude` needs no entry; any other command line does:
        # assistants:
        #   mine:
        #     command: my-assistant --prompt-file {prompt} --answer {answer}
        #     environment: { MY_KEY_FILE: /path/to/key }
        #   claude-small:
        #     kind: claude
        #     model: some-model

        # Packs of your own mistakes, as patterns of code:
        # packs: [tests/mistakes.yml]

        # Hosts that assistants may reach beside their models' own, such as a model server on this machine:
        # network: [localhost:11434]
        # sandbox: { memoryMegabytes: 8192, diskMegabytes: 4096 }

        # seed: { bugs: 20, number: 1, mix: realistic }

        run:
          assistants: [{{string.Join(", ", found.Assistants.DefaultIfEmpty("oracle").Take(3))}}]
          # preset: smoke          # 10 bugs, 5 controls, once; standard: 30, 20, three times; compare: 50, 20, five times
          # timeLimitSeconds: 900
          # idleLimitSeconds: 300
          # maxTurns: 60
          # maxCostUsd: 2
          # confirm: sample        # a tenth of the trials is scored a second time by the real build; or all, or none
          # parallel: 2

        """;

    private static bool IsReadme(string path) => path.StartsWith("readme", StringComparison.OrdinalIgnoreCase);

    private static string List(IEnumerable<string> items, string example)
    {
        var lines = items.Select(item => $"\n  - {Scalar(item)}").ToList();
        return lines.Count > 0 ? string.Concat(lines) : $" []  # - {example}";
    }

    /// <summary>A path may hold what YAML reads as syntax.</summary>
    private static string Scalar(string text) => new SerializerBuilder().WithQuotingNecessaryStrings().Build().Serialize(text).TrimEnd();
}
