using System;
using System.Linq;
using NUnit.Framework;

namespace Lending.Notices.Tests
{
    [TestFixture]
    [SetCulture("fr-FR")]
    public class NoticeTextTests
    {
        private static Notice Notice(NoticeKind kind, string name = "Work", decimal cost = 20m)
        {
            return new Notice(kind, Samples.Loan(1, "2026-03-10", 1, "ann@example.org", name, cost));
        }

        [TestCase(NoticeKind.Reminder, "Work is due on 10 March 2026.")]
        [TestCase(NoticeKind.FirstOverdue, "Work was due on 10 March 2026.")]
        [TestCase(NoticeKind.SecondOverdue, "Work was due on 10 March 2026.")]
        [TestCase(NoticeKind.FinalOverdue, "Work was due on 10 March 2026. If it is lost, please pay 25.00.")]
        public void Says_what_is_due(NoticeKind kind, string expected)
        {
            Assert.That(NoticeText.Line(Notice(kind)), Is.EqualTo(expected));
        }

        [TestCase(0, "0.00")]
        [TestCase(1234.5, "1,234.50")]
        public void Amounts_look_the_same_under_every_culture(decimal amount, string expected)
        {
            Assert.That(NoticeText.Money(amount), Is.EqualTo(expected));
        }

        [Test]
        public void Writes_one_message_for_all_notices()
        {
            Message message = NoticeText.For(new[] { Notice(NoticeKind.FirstOverdue, "Salt & <Pepper>"), Notice(NoticeKind.Reminder) });
            Assert.That(message.To, Is.EqualTo("ann@example.org"));
            Assert.That(message.Html, Is.EqualTo(
                "<p>Dear Ann &lt;A&gt;,</p><ul><li>Salt &amp; &lt;Pepper&gt; was due on 10 March 2026.</li><li>Work is due on 10 March 2026.</li></ul>"));
        }

        [TestCase("Overdue: 1 loan", NoticeKind.FirstOverdue, NoticeKind.Reminder)]
        [TestCase("Overdue: 2 loans", NoticeKind.FirstOverdue, NoticeKind.FinalOverdue)]
        [TestCase("Due soon: 2 loans", NoticeKind.Reminder, NoticeKind.Reminder)]
        [TestCase("Due soon: 1 loan", NoticeKind.Reminder)]
        public void The_subject_counts_what_is_worst(string expected, params NoticeKind[] kinds)
        {
            Assert.That(NoticeText.For(kinds.Select(k => Notice(k)).ToArray()).Subject, Is.EqualTo(expected));
        }

        [Test]
        public void There_is_no_message_about_nothing()
        {
            Assert.Throws<ArgumentException>(() => NoticeText.For(new Notice[0]));
            Assert.Throws<ArgumentException>(() => NoticeText.For(null));
            Assert.Throws<ArgumentException>(() => new Message(" ", "a", "b"));
        }
    }
}
