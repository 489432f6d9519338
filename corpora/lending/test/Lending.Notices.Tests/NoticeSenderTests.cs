using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NUnit.Framework;

namespace Lending.Notices.Tests
{
    [TestFixture]
    public class NoticeSenderTests
    {
        private ScriptedMailer mailer;
        private MemoryLog log;
        private NoPause pause;
        private NoticeSender sender;

        [SetUp]
        public void Start_empty()
        {
            mailer = new ScriptedMailer();
            log = new MemoryLog();
            pause = new NoPause();
            sender = new NoticeSender(mailer, log, pause);
        }

        private static Notice Notice(int copy, int patron = 1)
        {
            return new Notice(NoticeKind.Reminder, Samples.Loan(copy, "2026-03-10", patron, "p" + patron + "@example.org"));
        }

        private Task<SendResult> Send(params Notice[] notices)
        {
            return sender.SendAsync(notices, CancellationToken.None);
        }

        [Test]
        public async Task Sends_one_message_a_patron()
        {
            SendResult result = await Send(Notice(1), Notice(2, 2), Notice(3));
            Assert.That(result.Sent, Is.EqualTo(2));
            Assert.That(mailer.Sent.Select(m => m.To + " " + m.Subject), Is.EqualTo(new[] { "p1@example.org Due soon: 2 loans", "p2@example.org Due soon: 1 loan" }));
            Assert.That(log.Keys, Has.Count.EqualTo(3));
        }

        [Test]
        public async Task Sends_nothing_twice()
        {
            await Send(Notice(1));
            SendResult result = await Send(Notice(1), Notice(2));
            Assert.That(result.Skipped, Is.EqualTo(1));
            Assert.That(mailer.Sent.Last().Subject, Is.EqualTo("Due soon: 1 loan"));
            Assert.That((await Send(Notice(1), Notice(2))).Sent, Is.EqualTo(0));
            Assert.That(mailer.Sent, Has.Count.EqualTo(2));
        }

        [Test]
        public async Task Tries_again_after_longer_and_longer_pauses()
        {
            mailer.Fail(3, new TransientMailException("busy"));
            SendResult result = await Send(Notice(1));
            Assert.That(result.Sent, Is.EqualTo(1));
            Assert.That(pause.Seconds, Is.EqualTo(new[] { 2.0, 4.0, 5.0 }));
        }

        [Test]
        public async Task Gives_up_after_four_tries_and_remembers_nothing()
        {
            mailer.Fail(4, new TransientMailException("busy"));
            SendResult result = await Send(Notice(1), Notice(2, 2));
            Assert.That(result.Failed, Is.EqualTo(new[] { Notice(1).Loan.Patron.Card }));
            Assert.That(result.Sent, Is.EqualTo(1));
            Assert.That(mailer.Tries, Is.EqualTo(5));
            Assert.That(log.Keys, Is.EqualTo(new[] { Notice(2, 2).Key }));
        }

        [Test]
        public async Task Does_not_try_again_what_cannot_work()
        {
            mailer.Fail(1, new InvalidOperationException("no such address"));
            SendResult result = await Send(Notice(1), Notice(2, 2));
            Assert.That(result.Failed, Has.Count.EqualTo(1));
            Assert.That(result.Sent, Is.EqualTo(1));
            Assert.That(mailer.Tries, Is.EqualTo(2));
            Assert.That(pause.Seconds, Is.Empty);
        }

        [Test]
        public void Cancelling_is_no_failure()
        {
            mailer.Fail(1, new OperationCanceledException());
            Assert.CatchAsync<OperationCanceledException>(() => Send(Notice(1)));
        }

        [Test]
        public void Stops_before_the_next_patron_when_cancelled()
        {
            using (CancellationTokenSource source = new CancellationTokenSource())
            {
                source.Cancel();
                Assert.CatchAsync<OperationCanceledException>(() => sender.SendAsync(new[] { Notice(1) }, source.Token));
            }

            Assert.That(mailer.Tries, Is.EqualTo(0));
        }

        [TestCase(1, 2)]
        [TestCase(2, 4)]
        [TestCase(3, 5)]
        [TestCase(10, 5)]
        public void Pauses_double_up_to_the_longest(int tries, int seconds)
        {
            Assert.That(NoticeSender.PauseAfter(tries), Is.EqualTo(TimeSpan.FromSeconds(seconds)));
        }

        [TestCase("2026-03-02T20:59:59", false, 0)]
        [TestCase("2026-03-02T21:00:00", true, 660)]
        [TestCase("2026-03-03T00:30:00", true, 450)]
        [TestCase("2026-03-03T07:59:00", true, 1)]
        [TestCase("2026-03-03T08:00:00", false, 0)]
        public void No_message_leaves_at_night(string local, bool quiet, int minutesLeft)
        {
            Assert.That(QuietHours.Contains(DateTime.Parse(local)), Is.EqualTo(quiet));
            Assert.That(QuietHours.Left(DateTime.Parse(local)), Is.EqualTo(TimeSpan.FromMinutes(minutesLeft)));
        }
    }
}
