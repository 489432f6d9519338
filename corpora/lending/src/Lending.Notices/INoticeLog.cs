using System.Threading;
using System.Threading.Tasks;

namespace Lending.Notices
{
    /// <summary>Remembers what was sent, so that nothing is sent twice.</summary>
    public interface INoticeLog
    {
        Task<bool> ContainsAsync(string key, CancellationToken cancellation);

        Task AddAsync(string key, CancellationToken cancellation);
    }
}
