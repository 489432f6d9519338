using System;
using System.Collections.Generic;
using System.Linq;
using Lending.Catalogue;
using Lending.Loans;

namespace Lending.Reports
{
    /// <summary>Figures on what was lent.</summary>
    public static class Circulation
    {
        /// <summary>Loans by kind that began in the month; kinds without any are 0.</summary>
        public static IReadOnlyDictionary<MediaKind, int> ByKind(IEnumerable<Loan> loans, int year, int month)
        {
            DateTime from = new DateTime(year, month, 1);
            DateTime before = from.AddMonths(1);
            Dictionary<MediaKind, int> counts = Enum.GetValues<MediaKind>().ToDictionary(k => k, k => 0);
            foreach (Loan loan in loans)
            {
                if (loan.LentOn >= from && loan.LentOn < before)
                {
                    counts[loan.Copy.Title.Kind]++;
                }
            }

            return counts;
        }

        /// <summary>The most lent titles; those lent equally often in the order of their filed names.</summary>
        public static IReadOnlyList<Title> MostLent(IEnumerable<Loan> loans, int count)
        {
            if (count < 1)
            {
                throw new ArgumentOutOfRangeException("count", "Ask for one title at least.");
            }

            return loans
                .GroupBy(l => l.Copy.Title)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key.FiledName, StringComparer.OrdinalIgnoreCase)
                .Take(count)
                .Select(g => g.Key)
                .ToList();
        }

        /// <summary>The share of loans that are overdue on a day, in percent with one decimal; 0 without loans.</summary>
        public static decimal OverdueShare(IReadOnlyCollection<Loan> loans, DateTime day)
        {
            if (loans.Count == 0)
            {
                return 0m;
            }

            int overdue = loans.Count(l => l.IsOverdueOn(day));
            return Math.Round(100m * overdue / loans.Count, 1, MidpointRounding.AwayFromZero);
        }
    }
}
