using System.Runtime.Loader;
using BugSeeder.TestHost.Protocol;
using Xunit.Sdk;
using Xunit.v3;

namespace BugSeeder.TestHost.Frameworks;

/// <summary>xunit.v3 without its runner: the worker sits in the test program already, where the runner would.</summary>
internal sealed class Xunit3Framework : IHostedFramework
{
    private readonly ITestFrameworkExecutor executor;
    private readonly List<ITestCase> cases = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, object> parallelism;

    public Xunit3Framework(string testAssembly, bool sideBySide)
    {
        parallelism = XunitParallelism.Of(testAssembly, sideBySide);
        var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(testAssembly);
        Xunit.TestContext.SetForInitialization(new Sink(_ => true), diagnosticMessages: false, internalDiagnosticMessages: false);
        var framework = ExtensibilityPointFactory.GetTestFramework(assembly);
        executor = framework.GetExecutor(assembly);
        framework.GetDiscoverer(assembly).Find(
            found =>
            {
                lock (cases)
                    cases.Add(found);
                return new(true);
            },
            new Options([]) { ["xunit.discovery.PreEnumerateTheories"] = true, ["xunit.discovery.SynchronousMessageReporting"] = true }).AsTask().GetAwaiter().GetResult();
        for (var number = 0; number < cases.Count; number++)
            numbers.TryAdd(cases[number].UniqueID, number);
        Tests = [.. cases.Select(test => new HostedTest(test.TestClassName ?? "", test.TestMethodName ?? "", test.TestCaseDisplayName))];
    }

    public IReadOnlyList<HostedTest> Tests { get; }

    public void Run(IReadOnlyList<int>? tests, ResultLog log)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        executor.RunTestCases(tests is null ? cases : [.. tests.Select(number => cases[number])], new Sink(message =>
        {
            switch (message)
            {
                case ITestStarting starting:
                    names[starting.TestUniqueID] = starting.TestDisplayName;
                    break;
                case ITestPassed passed:
                    Add(log, passed, names, HostedOutcome.Passed, "");
                    break;
                case ITestFailed failed:
                    Add(log, failed, names, HostedOutcome.Failed, MessageOf(failed));
                    break;
                case ITestSkipped or ITestNotRun:
                    Add(log, (ITestMessage)message, names, HostedOutcome.Skipped, "");
                    break;
                case IErrorMessage or ITestAssemblyCleanupFailure or ITestCollectionCleanupFailure or ITestClassCleanupFailure:
                    log.Add(-1, "", HostedOutcome.Failed, MessageOf((IErrorMetadata)message));
                    break;
            }

            return log.GoesOn;
        }), new Options(parallelism)
        {
            ["xunit.execution.SynchronousMessageReporting"] = true,
            ["xunit.execution.ExplicitOption"] = "Off",
        }).AsTask().GetAwaiter().GetResult();
    }

    private void Add(ResultLog log, ITestMessage result, Dictionary<string, string> names, HostedOutcome outcome, string message)
    {
        var number = numbers.GetValueOrDefault(result.TestCaseUniqueID, -1);
        var shown = names.GetValueOrDefault(result.TestUniqueID, "");
        log.Add(number, number >= 0 && shown == Tests[number].Shown ? "" : shown, outcome, message);
    }

    private static string MessageOf(IErrorMetadata failure) => string.Join(" ---> ", failure.ExceptionTypes.Zip(failure.Messages, (type, message) => $"{type}: {message}"));

    private sealed class Sink(Func<IMessageSinkMessage, bool> handle) : IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message)
        {
            lock (handle)
                return handle(message);
        }
    }

    private sealed class Options(IEnumerable<KeyValuePair<string, object>> given) : Dictionary<string, object>(given, StringComparer.Ordinal), ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        public TValue? GetValue<TValue>(string name)
        {
            if (!TryGetValue(name, out var value))
                return default;
            var type = Nullable.GetUnderlyingType(typeof(TValue)) ?? typeof(TValue);
            return type.IsEnum && value is string text ? (TValue)Enum.Parse(type, text) : (TValue)value;
        }

        public void SetValue<TValue>(string name, TValue value) => this[name] = value!;

        public string ToJson() => "{}";
    }
}
