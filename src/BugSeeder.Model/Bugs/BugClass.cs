namespace BugSeeder.Model.Bugs;

/// <summary>What kind of slip a bug is. The shares of the realistic mix are per class.</summary>
public enum BugClass
{
    /// <summary>A wrong identifier, member or caller of the same type.</summary>
    WrongReference,

    /// <summary>A guard, branch or statement is missing.</summary>
    Omission,

    /// <summary>A wrong method, overload or argument.</summary>
    WrongCall,

    /// <summary>A condition was changed.</summary>
    Condition,

    /// <summary>A literal, a default or an initialiser.</summary>
    Literal,

    /// <summary>Culture, time, async, laziness, equality, disposal.</summary>
    DotNetSemantics,

    /// <summary>Arithmetic and boundaries.</summary>
    Arithmetic,

    /// <summary>Exceptions and resources.</summary>
    Exception,
}

/// <summary>What looks finished but fails in production: a trait on top of the class.</summary>
public enum ProductionTrait
{
    /// <summary>A lock narrowed, check-then-act.</summary>
    Concurrency,

    /// <summary>A retry that is not idempotent, a swallowed exception, a missing time-out or cancellation.</summary>
    FailureHandling,

    /// <summary>A check dropped, a comparison of secrets that stops early, an unescaped value.</summary>
    Security,

    /// <summary>Not disposed, unbounded.</summary>
    Resources,

    /// <summary>Expiry compared the wrong way, local for UTC.</summary>
    Time,

    /// <summary>A lookup made linear, an item fetched per row.</summary>
    Performance,

    /// <summary>An audit entry or a log lost.</summary>
    Observability,
}

/// <summary>Where a seed came from.</summary>
public enum SeedSource
{
    /// <summary>One of BugSeeder's own mutators.</summary>
    BugSeeder,

    /// <summary>One of Stryker.NET's mutators.</summary>
    Stryker,

    /// <summary>A patch that somebody wrote.</summary>
    Hand,

    /// <summary>A fix of the target's own past, taken back.</summary>
    History,

    /// <summary>Two or three proven seeds at once.</summary>
    Combination,
}
