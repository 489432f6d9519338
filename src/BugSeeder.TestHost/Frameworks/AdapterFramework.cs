using System.Runtime.Loader;
using BugSeeder.TestHost.Protocol;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace BugSeeder.TestHost.Frameworks;

/// <summary>Any VSTest adapter: the worker plays the part of VSTest's host.</summary>
internal sealed class AdapterFramework : IHostedFramework
{
    private static readonly TestProperty? ManagedType = TestProperty.Find("TestCase.ManagedType");
    private readonly Settings settings;
    private readonly Type executorType;
    private readonly List<TestCase> cases;
    // By reference: ids collide, and some adapters hand back copies, so names are the second choice.
    private readonly Dictionary<TestCase, int> numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Name, string Shown), int> names = [];

    public AdapterFramework(string testAssembly, string adapterPath, bool sideBySide)
    {
        settings = new(sideBySide);
        var types = AssemblyLoadContext.Default.LoadFromAssemblyPath(adapterPath).GetTypes().Where(type => type is { IsAbstract: false, IsClass: true }).ToArray();
        var discoverer = (ITestDiscoverer)Activator.CreateInstance(types.First(typeof(ITestDiscoverer).IsAssignableFrom), nonPublic: true)!;
        executorType = types.First(type => typeof(ITestExecutor).IsAssignableFrom(type) && type.IsDefined(typeof(ExtensionUriAttribute), inherit: false));
        var sink = new Sink();
        var log = new Log();
        discoverer.DiscoverTests([testAssembly], new Context(settings), log, sink);
        cases = sink.Found;
        if (cases.Count == 0 && log.Errors.Count > 0)
            throw new InvalidOperationException($"The adapter found no test: {string.Join(" | ", log.Errors)}");
        for (var number = 0; number < cases.Count; number++)
        {
            numbers[cases[number]] = number;
            names.TryAdd((cases[number].FullyQualifiedName, cases[number].DisplayName), number);
        }

        Tests = [.. cases.Select(test => new HostedTest(ManagedType is not null && test.GetPropertyValue(ManagedType) is string type ? type : "", test.FullyQualifiedName, test.DisplayName))];
    }

    public IReadOnlyList<HostedTest> Tests { get; }

    public void Run(IReadOnlyList<int>? tests, ResultLog log)
    {
        var chosen = tests is null ? cases : [.. tests.Select(number => cases[number])];
        // An executor that was cancelled once stays so.
        var executor = (ITestExecutor)Activator.CreateInstance(executorType, nonPublic: true)!;
        var handle = new Handle();
        handle.OnResult = result =>
        {
            var shown = result.DisplayName ?? "";
            var number = NumberOf(result.TestCase);
            if (!log.Add(number, number >= 0 && shown == Tests[number].Shown ? "" : shown, OutcomeOf(result.Outcome), result.ErrorMessage ?? ""))
                executor.Cancel();
        };
        executor.RunTests(chosen, new Context(settings), handle);
        // An adapter that cannot load something says so here and reports no result at all, which must never pass for a pass.
        if (log.All.Count == 0 && chosen.Count > 0)
            throw new InvalidOperationException($"The adapter reported no result: {string.Join(" | ", handle.Errors)}");
    }

    private int NumberOf(TestCase test) => numbers.TryGetValue(test, out var number) ? number : names.GetValueOrDefault((test.FullyQualifiedName, test.DisplayName), -1);

    private static HostedOutcome OutcomeOf(TestOutcome outcome) => outcome switch
    {
        TestOutcome.Passed => HostedOutcome.Passed,
        TestOutcome.Failed => HostedOutcome.Failed,
        _ => HostedOutcome.Skipped,
    };

    private sealed class Settings(bool sideBySide) : IRunSettings
    {
        public string SettingsXml => $"""
            <RunSettings>
              <RunConfiguration>
                <TargetFrameworkVersion>.NETCoreApp,Version=v{Environment.Version.Major}.0</TargetFrameworkVersion>
                <DisableAppDomain>true</DisableAppDomain>{(sideBySide ? "" : "<DisableParallelization>true</DisableParallelization>")}<DesignMode>false</DesignMode>
                <CollectSourceInformation>false</CollectSourceInformation><MaxCpuCount>1</MaxCpuCount>
              </RunConfiguration>
              <xUnit>{(sideBySide ? "" : "<ParallelizeTestCollections>false</ParallelizeTestCollections>")}<PreEnumerateTheories>true</PreEnumerateTheories></xUnit>
              {(sideBySide ? "" : "<NUnit><NumberOfTestWorkers>0</NumberOfTestWorkers></NUnit>")}
              <MSTest><DeploymentEnabled>false</DeploymentEnabled></MSTest>
            </RunSettings>
            """;

        public ISettingsProvider? GetSettings(string? settingsName) => null;
    }

    private sealed class Context(IRunSettings settings) : IRunContext
    {
        public IRunSettings RunSettings => settings;

        public bool KeepAlive => true;

        public bool InIsolation => false;

        public bool IsDataCollectionEnabled => false;

        public bool IsBeingDebugged => false;

        public string? TestRunDirectory => null;

        public string? SolutionDirectory => null;

        public ITestCaseFilterExpression? GetTestCaseFilter(IEnumerable<string>? supportedProperties, Func<string, TestProperty?> propertyProvider) => null;
    }

    private sealed class Sink : ITestCaseDiscoverySink
    {
        public List<TestCase> Found { get; } = [];

        public void SendTestCase(TestCase discoveredTest)
        {
            lock (Found)
                Found.Add(discoveredTest);
        }
    }

    private class Log : IMessageLogger
    {
        public List<string> Errors { get; } = [];

        public void SendMessage(TestMessageLevel testMessageLevel, string message)
        {
            if (testMessageLevel == TestMessageLevel.Informational)
                return;
            lock (Errors)
                Errors.Add(message);
        }
    }

    private sealed class Handle : Log, IFrameworkHandle
    {
        public Action<TestResult> OnResult { get; set; } = _ => { };

        public bool EnableShutdownAfterTestRun { get; set; }

        public void RecordResult(TestResult testResult) => OnResult(testResult);

        public void RecordStart(TestCase testCase)
        {
        }

        public void RecordEnd(TestCase testCase, TestOutcome outcome)
        {
        }

        public void RecordAttachments(IList<AttachmentSet> attachmentSets)
        {
        }

        public int LaunchProcessWithDebuggerAttached(string filePath, string? workingDirectory, string? arguments, IDictionary<string, string?>? environmentVariables) => throw new NotSupportedException("There is no debugger.");
    }
}
