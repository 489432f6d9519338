using System;
using System.Collections.Generic;
using System.Linq;
using Lending.Catalogue;
using Lending.Loans;
using Lending.Reports;
using NUnit.Framework;

namespace Lending.Core.Tests
{
    [TestFixture]
    public class CirculationTests
    {
        private static Loan Lent(string day, MediaKind kind)
        {
            DateTime lent = DateTime.Parse(day);
            return Samples.Loan(lent, lent.AddDays(7), kind);
        }

        [Test]
        public void Counts_the_loans_of_a_month_by_kind()
        {
            IReadOnlyDictionary<MediaKind, int> counts = Circulation.ByKind(
                new[]
                {
                    Lent("2026-02-28", MediaKind.Book), Lent("2026-03-01", MediaKind.Book), Lent("2026-03-31", MediaKind.Film),
                    Lent("2026-04-01", MediaKind.Film), Lent("2026-03-15", MediaKind.Book)
                },
                2026,
                3);
            Assert.That(counts[MediaKind.Book], Is.EqualTo(2));
            Assert.That(counts[MediaKind.Film], Is.EqualTo(1));
            Assert.That(counts[MediaKind.Equipment], Is.EqualTo(0));
            Assert.That(counts, Has.Count.EqualTo(5));
        }

        [Test]
        public void Lists_the_most_lent_titles()
        {
            List<Loan> loans = new List<Loan>();
            int number = 0;
            foreach (KeyValuePair<string, int> work in new Dictionary<string, int> { { "The Bee", 2 }, { "Ant", 2 }, { "Crow", 3 }, { "Dog", 1 } })
            {
                Title title = Samples.Title(work.Key);
                for (int i = 0; i < work.Value; i++)
                {
                    loans.Add(new Loan(new Copy(Samples.CopyNumber(++number), title), Samples.Patron(1), Samples.Day(2026, 3, 2), Samples.Day(2026, 3, 9)));
                }
            }

            Assert.That(Circulation.MostLent(loans, 3).Select(t => t.Name), Is.EqualTo(new[] { "Crow", "Ant", "The Bee" }));
            Assert.Throws<ArgumentOutOfRangeException>(() => Circulation.MostLent(loans, 0));
        }

        [TestCase(1, 2, 33.3)]
        [TestCase(2, 1, 66.7)]
        [TestCase(0, 3, 0)]
        [TestCase(1, 15, 6.3)]
        public void The_overdue_share_is_in_percent(int late, int timely, decimal expected)
        {
            List<Loan> loans = new List<Loan>();
            for (int i = 0; i < late; i++)
            {
                loans.Add(Samples.Loan(Samples.Day(2026, 3, 2), Samples.Day(2026, 3, 9)));
            }

            for (int i = 0; i < timely; i++)
            {
                loans.Add(Samples.Loan(Samples.Day(2026, 3, 2), Samples.Day(2026, 3, 10)));
            }

            Assert.That(Circulation.OverdueShare(loans, Samples.Day(2026, 3, 10)), Is.EqualTo(expected));
        }

        [Test]
        public void The_overdue_share_of_nothing_is_nothing()
        {
            Assert.That(Circulation.OverdueShare(new List<Loan>(), Samples.Day(2026, 3, 10)), Is.EqualTo(0m));
        }
    }
}
