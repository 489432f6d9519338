using System;
using System.Linq;
using Lending.Loans;
using NUnit.Framework;

namespace Lending.Notices.Tests
{
    [TestFixture]
    public class NoticePlanTests
    {
        [TestCase("2026-03-06", null)]
        [TestCase("2026-03-07", NoticeKind.Reminder)]
        [TestCase("2026-03-10", NoticeKind.Reminder)]
        [TestCase("2026-03-11", NoticeKind.FirstOverdue)]
        [TestCase("2026-03-16", NoticeKind.FirstOverdue)]
        [TestCase("2026-03-17", NoticeKind.SecondOverdue)]
        [TestCase("2026-03-30", NoticeKind.SecondOverdue)]
        [TestCase("2026-03-31", NoticeKind.FinalOverdue)]
        [TestCase("2026-09-01", NoticeKind.FinalOverdue)]
        public void A_loan_gets_the_notice_of_the_day(string today, NoticeKind? expected)
        {
            Notice notice = NoticePlan.For(Samples.Loan(1, "2026-03-10"), DateTime.Parse(today).AddHours(11));
            Assert.That(notice == null ? (NoticeKind?)null : notice.Kind, Is.EqualTo(expected));
        }

        [Test]
        public void Nobody_is_reminded_on_the_day_of_lending()
        {
            Loan source = Samples.Loan(1, "2026-03-10");
            Loan loan = new Loan(source.Copy, source.Patron, new DateTime(2026, 3, 8), new DateTime(2026, 3, 10));
            Assert.That(NoticePlan.For(loan, new DateTime(2026, 3, 8)), Is.Null);
            Assert.That(NoticePlan.For(loan, new DateTime(2026, 3, 9)).Kind, Is.EqualTo(NoticeKind.Reminder));
        }

        [Test]
        public void Worst_notices_come_first_then_the_day_due()
        {
            Loan[] loans =
            {
                Samples.Loan(1, "2026-04-02"), Samples.Loan(2, "2026-03-01"), Samples.Loan(3, "2026-03-30"), Samples.Loan(4, "2026-04-01"),
                Samples.Loan(5, "2026-05-01")
            };
            Assert.That(
                NoticePlan.For(loans, new DateTime(2026, 3, 31)).Select(n => Array.IndexOf(loans, n.Loan) + 1),
                Is.EqualTo(new[] { 2, 3, 4, 1 }));
        }

        [TestCase(null)]
        [TestCase("")]
        public void Who_has_no_address_gets_no_notice(string email)
        {
            Assert.That(NoticePlan.For(new[] { Samples.Loan(1, "2026-03-10", 1, email) }, new DateTime(2026, 3, 31)), Is.Empty);
        }

        [Test]
        public void A_key_names_kind_copy_card_and_day_due()
        {
            Notice notice = new Notice(NoticeKind.Reminder, Samples.Loan(1, "2026-03-10"));
            Assert.That(notice.Key, Is.EqualTo("Reminder/30000000000012/20000000000014/20260310"));
        }
    }
}
