using System;
using System.Threading;
using System.Threading.Tasks;

namespace Lending.Notices
{
    /// <summary>Waits.</summary>
    public interface IPause
    {
        Task ForAsync(TimeSpan time, CancellationToken cancellation);
    }
}
