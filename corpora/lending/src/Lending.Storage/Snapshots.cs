using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Lending.Storage
{
    /// <summary>Keeps a file and its last states: name, name.1 (the one before) and so on.</summary>
    public sealed class Snapshots
    {
        private readonly IFileStore store;
        private readonly int generations;

        public Snapshots(IFileStore store, int generations)
        {
            this.store = store ?? throw new ArgumentNullException("store");
            if (generations < 1)
            {
                throw new ArgumentOutOfRangeException("generations", "Keep one earlier state at least.");
            }

            this.generations = generations;
        }

        /// <summary>
        /// Writes under another name first and moves at the end, so that the file is whole at every moment. Moving begins with the
        /// oldest.
        /// </summary>
        public async Task SaveAsync(string name, byte[] content, CancellationToken cancellation)
        {
            string draft = name + ".new";
            await store.WriteAsync(draft, content, cancellation);
            for (int age = generations; age > 0; age--)
            {
                string younger = Name(name, age - 1);
                if (await store.ExistsAsync(younger, cancellation))
                {
                    await store.MoveAsync(younger, Name(name, age), cancellation);
                }
            }

            await store.MoveAsync(draft, name, cancellation);
        }

        /// <summary>The state of an age: 0 is the newest. Null where there is none.</summary>
        public async Task<byte[]> LoadAsync(string name, int age, CancellationToken cancellation)
        {
            if (age < 0 || age > generations)
            {
                throw new ArgumentOutOfRangeException("age", "There are the ages 0 to " + generations + ".");
            }

            string file = Name(name, age);
            if (!await store.ExistsAsync(file, cancellation))
            {
                return null;
            }

            using (Stream stream = await store.OpenReadAsync(file, cancellation))
            using (MemoryStream memory = new MemoryStream())
            {
                await stream.CopyToAsync(memory, cancellation);
                return memory.ToArray();
            }
        }

        private static string Name(string name, int age)
        {
            return age == 0 ? name : name + "." + age;
        }
    }
}
