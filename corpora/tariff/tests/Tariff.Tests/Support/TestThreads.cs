using System.Runtime.CompilerServices;

namespace Tariff.Tests.Support;

/// <summary>Keeps tests that block for a moment from slowing the others down.</summary>
internal static class TestThreads
{
    [ModuleInitializer]
    internal static void Prepare() => ThreadPool.SetMinThreads(16, 16);
}
