using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Lending.Storage.Tests
{
    /// <summary>Files in memory. Writes down what was done and can fail at a step.</summary>
    internal sealed class MemoryStore : IFileStore
    {
        public Dictionary<string, byte[]> Files { get; } = new Dictionary<string, byte[]>();

        public List<string> Steps { get; } = new List<string>();

        public string FailAt { get; set; }

        public int OpenStreams { get; private set; }

        public string this[string name]
        {
            get { return Files.ContainsKey(name) ? Encoding.UTF8.GetString(Files[name]) : null; }
            set { Files[name] = Encoding.UTF8.GetBytes(value); }
        }

        public Task<bool> ExistsAsync(string name, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            return Task.FromResult(Files.ContainsKey(name));
        }

        public Task<Stream> OpenReadAsync(string name, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            OpenStreams++;
            return Task.FromResult<Stream>(new Watched(Files[name], () => OpenStreams--));
        }

        public Task WriteAsync(string name, byte[] content, CancellationToken cancellation)
        {
            Step("write " + name, cancellation);
            Files[name] = content;
            return Task.CompletedTask;
        }

        public async Task AppendAsync(string name, byte[] content, CancellationToken cancellation)
        {
            Step("append " + name, cancellation);
            byte[] before = Files.ContainsKey(name) ? Files[name] : new byte[0];
            await Task.Yield();
            Files[name] = before.Concat(content).ToArray();
        }

        public Task MoveAsync(string name, string newName, CancellationToken cancellation)
        {
            Step("move " + name + " " + newName, cancellation);
            Files[newName] = Files[name];
            Files.Remove(name);
            return Task.CompletedTask;
        }

        private void Step(string step, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            if (step == FailAt)
            {
                throw new IOException("disk full");
            }

            Steps.Add(step);
        }

        private sealed class Watched : MemoryStream
        {
            private Action closed;

            public Watched(byte[] content, Action closed)
                : base(content, false)
            {
                this.closed = closed;
            }

            protected override void Dispose(bool disposing)
            {
                if (closed != null)
                {
                    closed();
                    closed = null;
                }

                base.Dispose(disposing);
            }
        }
    }
}
