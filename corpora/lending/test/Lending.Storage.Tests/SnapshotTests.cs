using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NUnit.Framework;

namespace Lending.Storage.Tests
{
    [TestFixture]
    public class SnapshotTests
    {
        private MemoryStore store;
        private Snapshots snapshots;

        [SetUp]
        public void Start_empty()
        {
            store = new MemoryStore();
            snapshots = new Snapshots(store, 2);
        }

        private Task Save(string text)
        {
            return snapshots.SaveAsync("state", Encoding.UTF8.GetBytes(text), CancellationToken.None);
        }

        private async Task<string> Load(int age)
        {
            byte[] content = await snapshots.LoadAsync("state", age, CancellationToken.None);
            return content == null ? null : Encoding.UTF8.GetString(content);
        }

        [Test]
        public async Task Keeps_earlier_states()
        {
            foreach (string text in new[] { "a", "b", "c", "d" })
            {
                await Save(text);
            }

            Assert.That(await Load(0), Is.EqualTo("d"));
            Assert.That(await Load(1), Is.EqualTo("c"));
            Assert.That(await Load(2), Is.EqualTo("b"));
            Assert.That(store.Files, Has.Count.EqualTo(3));
        }

        [Test]
        public async Task What_was_never_saved_is_null()
        {
            await Save("a");
            Assert.That(await Load(1), Is.Null);
        }

        [TestCase(-1)]
        [TestCase(3)]
        public void There_are_no_other_ages(int age)
        {
            Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Load(age));
        }

        [Test]
        public void Keeps_one_earlier_state_at_least()
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => new Snapshots(store, 0));
        }

        [Test]
        public async Task Writes_a_draft_first_and_moves_the_oldest_first()
        {
            await Save("a");
            await Save("b");
            store.Steps.Clear();
            await Save("c");
            Assert.That(store.Steps, Is.EqualTo(new[] { "write state.new", "move state.1 state.2", "move state state.1", "move state.new state" }));
        }

        [Test]
        public async Task A_write_that_fails_leaves_the_newest_state()
        {
            await Save("a");
            store.FailAt = "write state.new";
            Assert.CatchAsync<IOException>(() => Save("b"));
            Assert.That(await Load(0), Is.EqualTo("a"));
        }

        [Test]
        public async Task Streams_are_closed()
        {
            await Save("a");
            await Load(0);
            Assert.That(store.OpenStreams, Is.EqualTo(0));
        }
    }
}
