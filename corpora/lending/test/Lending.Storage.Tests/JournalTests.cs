using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NUnit.Framework;

namespace Lending.Storage.Tests
{
    [TestFixture]
    public class JournalTests
    {
        private MemoryStore store;
        private Journal journal;

        [SetUp]
        public void Start_empty()
        {
            store = new MemoryStore();
            journal = new Journal(store, "desk.log");
        }

        [TearDown]
        public void Close()
        {
            journal.Dispose();
        }

        private static JournalEntry Entry(int hour, string action = "lent", string card = "c", string barcode = "b")
        {
            return new JournalEntry(new DateTime(2026, 3, 2, hour, 30, 0, 125, DateTimeKind.Utc), action, card, barcode);
        }

        private Task Append(JournalEntry entry)
        {
            return journal.AppendAsync(entry, CancellationToken.None);
        }

        [TestCase("", "811c9dc5")]
        [TestCase("a", "e40c292c")]
        [TestCase("foobar", "bf9cf968")]
        public void The_check_sum_is_fnv_1a(string text, string expected)
        {
            Assert.That(Journal.CheckSum(text), Is.EqualTo(expected));
        }

        [Test]
        public async Task Writes_one_line_an_entry()
        {
            await Append(Entry(9));
            string body = "2026-03-02T09:30:00.125Z,lent,c,b";
            Assert.That(store["desk.log"], Is.EqualTo(Journal.CheckSum(body) + " " + body + "\n"));
        }

        [Test]
        public async Task Reads_what_was_written_in_order()
        {
            await Append(Entry(9));
            await Append(Entry(8, "returned, late"));
            IReadOnlyList<JournalEntry> entries = await journal.ReadAsync(CancellationToken.None);
            Assert.That(entries.Select(e => e.Action), Is.EqualTo(new[] { "lent", "returned, late" }));
            Assert.That(entries[0].At, Is.EqualTo(Entry(9).At));
            Assert.That(entries[0].At.Kind, Is.EqualTo(DateTimeKind.Utc));
            Assert.That(entries[0].Card + entries[0].Barcode, Is.EqualTo("cb"));
            Assert.That(store.OpenStreams, Is.EqualTo(0));
        }

        [Test]
        public async Task A_journal_that_is_not_there_is_empty()
        {
            Assert.That(await journal.ReadAsync(CancellationToken.None), Is.Empty);
        }

        [Test]
        public async Task A_last_line_that_was_cut_off_is_left_out()
        {
            await Append(Entry(9));
            store["desk.log"] = store["desk.log"] + store["desk.log"].Substring(0, 20);
            Assert.That(await journal.ReadAsync(CancellationToken.None), Has.Count.EqualTo(1));
        }

        [Test]
        public async Task A_damaged_line_is_an_error()
        {
            await Append(Entry(9));
            await Append(Entry(10));
            store["desk.log"] = store["desk.log"].Replace("T09:30", "T09:31");
            LendingException error = Assert.ThrowsAsync<LendingException>(() => journal.ReadAsync(CancellationToken.None));
            Assert.That(error.Message, Is.EqualTo("Line 1 of desk.log is damaged."));
        }

        [TestCase("short\n")]
        [TestCase("811c9dc5 \n")]
        public void Lines_without_an_entry_are_damaged(string text)
        {
            store["desk.log"] = text;
            Assert.ThrowsAsync<LendingException>(() => journal.ReadAsync(CancellationToken.None));
        }

        [Test]
        public async Task Chooses_by_card_and_time()
        {
            await Append(Entry(9));
            await Append(Entry(10));
            await Append(Entry(11));
            await Append(Entry(10, "lent", "other"));
            IReadOnlyList<JournalEntry> chosen = await journal.ReadAsync("c", Entry(9).At, Entry(11).At, CancellationToken.None);
            Assert.That(chosen.Select(e => e.At.Hour), Is.EqualTo(new[] { 9, 10 }));
        }

        [Test]
        public async Task Entries_from_several_threads_are_all_kept()
        {
            await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => Append(Entry(9, "a" + i)))));
            Assert.That(await journal.ReadAsync(CancellationToken.None), Has.Count.EqualTo(50));
        }

        [Test]
        public async Task A_failed_write_does_not_block_the_next()
        {
            store.FailAt = "append desk.log";
            Assert.CatchAsync<System.IO.IOException>(() => Append(Entry(9)));
            store.FailAt = null;
            Task next = Append(Entry(10));
            Assert.That(await Task.WhenAny(next, Task.Delay(5000)), Is.SameAs(next));
        }

        [Test]
        public void Moments_are_in_utc()
        {
            Assert.Throws<ArgumentException>(() => new JournalEntry(new DateTime(2026, 3, 2), "a", "b", "c"));
            Assert.Throws<ArgumentNullException>(() => new JournalEntry(Entry(9).At, null, "b", "c"));
            Assert.That(new JournalEntry(Entry(9).At, "a", null, null).Card, Is.Empty);
        }
    }
}
