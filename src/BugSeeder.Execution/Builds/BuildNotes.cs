using System.Text;

namespace BugSeeder.Execution.Builds;

/// <summary>
/// What the build of a target writes down about its own projects: the properties that the layout is read from, and what the compiler was given. To ask
/// MSBuild for that afterwards takes a process for each project. Our targets stand where a user's own for all builds would, so nothing that the target
/// sets is in their way; they make no output and change none.
/// </summary>
/// <param name="folder">A folder of our own outside of the tree.</param>
internal sealed class BuildNotes(string folder)
{
    /// <summary>The properties that are noted.</summary>
    public static readonly string[] Properties = ["TargetPath", "AssemblyName", "ProjectAssetsFile", "RunSettingsFilePath", "UseMicrosoftTestingPlatformRunner", "TargetFrameworks"];

    /// <summary>The variable that says where MSBuild finds the user's own targets.</summary>
    private const string Variable = "MSBuildUserExtensionsPath";

    private const string Project = "MSBuildProjectFullPath";
    private const string Framework = "TargetFramework";
    private const string Argument = "argument:";
    private readonly string written = Path.Combine(folder, "written");

    /// <summary>The folder; the build writes to it.</summary>
    public string Folder => folder;

    /// <summary>The variables under which a build writes notes; none where the user has targets of his own for all builds, which must stay in force.</summary>
    /// <param name="settings">How the target is built.</param>
    public IReadOnlyDictionary<string, string?> Environment(TargetSettings settings) =>
        settings.Environment.ContainsKey(Variable) || System.Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } || UserHasTargets()
            ? new Dictionary<string, string?>()
            : new Dictionary<string, string?> { [Variable] = folder };

    /// <summary>Gets ready for a build.</summary>
    /// <param name="fromNothing">Whether the tree is new, and what was noted of an earlier one does not count.</param>
    public void Prepare(bool fromNothing)
    {
        if (fromNothing && Directory.Exists(written))
            Directory.Delete(written, recursive: true);
        Directory.CreateDirectory(written);
        var place = Directory.CreateDirectory(Path.Combine(folder, "Current", "Microsoft.Common.targets", "ImportAfter")).FullName;
        File.WriteAllText(Path.Combine(place, "notes.targets"), Targets());
    }

    /// <summary>What was noted of a project; <see langword="null"/> where nothing was.</summary>
    /// <param name="project">The project file's full path.</param>
    /// <param name="framework">The framework it was built for.</param>
    public ProjectFacts? Of(string project, string framework)
    {
        if (!Directory.Exists(written))
            return null;
        var notes = Directory.EnumerateFiles(written).Select(Read).Where(note => note.Values.GetValueOrDefault(Project) == project && note.Values.GetValueOrDefault(Framework) == framework).ToList();
        if (notes.Count == 0)
            return null;
        // A project that is up to date is not compiled, and says nothing of the compiler. One that is compiled in two ways is for MSBuild to tell.
        var calls = notes.Select(note => note.Arguments).Where(arguments => arguments.Count > 0).ToList();
        return new(notes[0].Values) { CompilerArguments = calls.Count > 0 && calls.All(call => call.SequenceEqual(calls[0], StringComparer.Ordinal)) ? calls[0] : [] };
    }

    private static bool UserHasTargets()
    {
        var path = Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.LocalApplicationData), "Microsoft", "MSBuild");
        return Directory.Exists(path) && Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Any();
    }

    private static (Dictionary<string, string> Values, List<string> Arguments) Read(string file)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var arguments = new List<string>();
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith(Argument, StringComparison.Ordinal))
                arguments.Add(line[Argument.Length..]);
            // Texts may hold any character, so they are written as base 64; of arguments there are hundreds, and only a line break would be in the way.
            else if (arguments.Count > 0)
                arguments[^1] += "\n" + line;
            else if (line.Split(':') is [var name, var value])
                values[name] = Encoding.UTF8.GetString(Convert.FromBase64String(value));
        }

        return (values, arguments);
    }

    private string Targets()
    {
        var lines = Properties.Append(Project).Append(Framework).Select(name => $"""      <BugSeederNote Include="{name}:$([MSBuild]::ConvertToBase64('$({name})'))" />""");
        return $"""
            <Project>
              <PropertyGroup Condition="'$(MSBuildProjectExtension)' == '.csproj'">
                <ProvideCommandLineArgs>true</ProvideCommandLineArgs>
              </PropertyGroup>
              <Target Name="BugSeederForget" BeforeTargets="CoreCompile">
                <ItemGroup><CscCommandLineArgs Remove="@(CscCommandLineArgs)" /></ItemGroup>
              </Target>
              <Target Name="BugSeederNote" AfterTargets="CoreCompile">
                <ItemGroup>
            {string.Join('\n', lines)}
                  <BugSeederNote Include="@(CscCommandLineArgs->'{Argument}%(Identity)')" />
                </ItemGroup>
                <WriteLinesToFile File="{System.Security.SecurityElement.Escape(DotNet.Escape(written))}/$([System.Guid]::NewGuid()).txt" Lines="@(BugSeederNote)" Overwrite="true" />
              </Target>
            </Project>

            """;
    }
}
