using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Lending.Storage
{
    /// <summary>Where files are kept. Names are plain, without folders.</summary>
    public interface IFileStore
    {
        Task<bool> ExistsAsync(string name, CancellationToken cancellation);

        /// <summary>The caller disposes of the stream.</summary>
        Task<Stream> OpenReadAsync(string name, CancellationToken cancellation);

        /// <summary>Writes a whole file, replacing one that was there.</summary>
        Task WriteAsync(string name, byte[] content, CancellationToken cancellation);

        Task AppendAsync(string name, byte[] content, CancellationToken cancellation);

        /// <summary>Gives a file another name, replacing one that was there.</summary>
        Task MoveAsync(string name, string newName, CancellationToken cancellation);
    }
}
