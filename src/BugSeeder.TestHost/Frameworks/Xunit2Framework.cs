using System.Reflection;
using System.Runtime.Loader;
using BugSeeder.TestHost.Protocol;
using Xunit.Abstractions;

namespace BugSeeder.TestHost.Frameworks;

/// <summary>
/// xunit 2 without a runner. Only xunit.abstractions is bound at compile time, since its version never moves; what is needed of
/// xunit.execution is made by reflection. Its proxy honours a test framework that the assembly names. Test cases are kept and run again and again.
/// </summary>
internal sealed class Xunit2Framework : IHostedFramework
{
    private readonly ITestFrameworkExecutor executor;
    private readonly List<ITestCase> cases = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, object> parallelism;

    public Xunit2Framework(string testAssembly, bool sideBySide)
    {
        parallelism = XunitParallelism.Of(testAssembly, sideBySide);
        var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(testAssembly);
        var execution = AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName("xunit.execution.dotnet"));
        var info = (IAssemblyInfo)Activator.CreateInstance(execution.GetType("Xunit.Sdk.ReflectionAssemblyInfo", throwOnError: true)!, assembly)!;
        var framework = (ITestFramework)Activator.CreateInstance(execution.GetType("Xunit.Sdk.TestFrameworkProxy", throwOnError: true)!, info, new NoSource(), new Sink(_ => true))!;
        executor = framework.GetExecutor(assembly.GetName());
        Find(framework.GetDiscoverer(info));
        // Rows of a theory that are equal share an identity; the first stands for them.
        for (var number = 0; number < cases.Count; number++)
            numbers.TryAdd(cases[number].UniqueID, number);
        Tests = [.. cases.Select(test => new HostedTest(test.TestMethod.TestClass.Class.Name, test.TestMethod.Method.Name, test.DisplayName))];
    }

    public IReadOnlyList<HostedTest> Tests { get; }

    public void Run(IReadOnlyList<int>? tests, ResultLog log)
    {
        using var done = new ManualResetEventSlim();
        executor.RunTests(tests is null ? cases : tests.Select(number => cases[number]), new Sink(message =>
        {
            switch (message)
            {
                case ITestPassed passed:
                    Add(log, passed, HostedOutcome.Passed, "");
                    break;
                case ITestFailed failed:
                    Add(log, failed, HostedOutcome.Failed, MessageOf(failed));
                    break;
                case ITestSkipped skipped:
                    Add(log, skipped, HostedOutcome.Skipped, "");
                    break;
                case IErrorMessage or ITestAssemblyCleanupFailure or ITestCollectionCleanupFailure or ITestClassCleanupFailure:
                    // A failure outside of any test fails a real run as well.
                    log.Add(-1, "", HostedOutcome.Failed, MessageOf((IFailureInformation)message));
                    break;
                case ITestAssemblyFinished:
                    done.Set();
                    break;
            }

            return log.GoesOn;
        }), new Options(parallelism) { ["xunit.execution.SynchronousMessageReporting"] = true });
        done.Wait();
    }

    private void Find(ITestFrameworkDiscoverer discoverer)
    {
        using var done = new ManualResetEventSlim();
        discoverer.Find(includeSourceInformation: false, new Sink(message =>
        {
            if (message is ITestCaseDiscoveryMessage found)
                cases.Add(found.TestCase);
            if (message is IDiscoveryCompleteMessage)
                done.Set();
            return true;
        }), new Options([]) { ["xunit.discovery.PreEnumerateTheories"] = true, ["xunit.discovery.SynchronousMessageReporting"] = true });
        done.Wait();
    }

    private void Add(ResultLog log, ITestResultMessage result, HostedOutcome outcome, string message)
    {
        var shown = result.Test.DisplayName;
        log.Add(numbers.GetValueOrDefault(result.TestCase.UniqueID, -1), shown == result.TestCase.DisplayName ? "" : shown, outcome, message);
    }

    private static string MessageOf(IFailureInformation failure) => string.Join(" ---> ", failure.ExceptionTypes.Zip(failure.Messages, (type, message) => $"{type}: {message}"));

    private sealed class Sink(Func<IMessageSinkMessage, bool> handle) : IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message) => handle(message);
    }

    private sealed class NoSource : ISourceInformationProvider
    {
        public ISourceInformation? GetSourceInformation(ITestCase testCase) => null;

        public void Dispose()
        {
        }
    }

    private sealed class Options(IEnumerable<KeyValuePair<string, object>> given) : Dictionary<string, object>(given, StringComparer.Ordinal), ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        public TValue GetValue<TValue>(string name) => TryGetValue(name, out var value) ? (TValue)value : default!;

        public void SetValue<TValue>(string name, TValue value) => this[name] = value!;
    }
}
