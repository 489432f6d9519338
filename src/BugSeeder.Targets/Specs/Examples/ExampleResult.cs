namespace BugSeeder.Specs.Examples;

/// <summary>What became of an example of a spec.</summary>
internal enum ExampleOutcome
{
    /// <summary>The code does what the example says.</summary>
    Holds,

    /// <summary>It does not compile against the target.</summary>
    DoesNotCompile,

    /// <summary>It gives another value.</summary>
    OtherValue,

    /// <summary>It throws where it should not, or another exception.</summary>
    OtherException,

    /// <summary>It throws nothing.</summary>
    ThrowsNothing,

    /// <summary>It did not end in time.</summary>
    TimedOut,

    /// <summary>It ended the process.</summary>
    Crashed,
}

/// <summary>An example and what became of it.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Text">The compiler's message, the other value, or the exception.</param>
internal sealed record ExampleResult(ExampleOutcome Outcome, string Text);
