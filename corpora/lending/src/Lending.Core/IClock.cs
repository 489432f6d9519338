using System;

namespace Lending
{
    /// <summary>The only source of "now".</summary>
    public interface IClock
    {
        DateTime UtcNow { get; }
    }
}
