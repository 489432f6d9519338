using System.Threading;
using System.Threading.Tasks;

namespace Lending.Notices
{
    /// <summary>Carries messages.</summary>
    public interface IMailer
    {
        /// <summary>Throws <see cref="TransientMailException"/> for what may work later, and others for what will not.</summary>
        Task SendAsync(Message message, CancellationToken cancellation);
    }
}
