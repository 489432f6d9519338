using System;
using System.Collections.Generic;
using Lending.Catalogue;
using Lending.Patrons;

namespace Lending.Loans
{
    /// <summary>Policies by category and kind. The most specific one counts: both, then the kind alone, then the default.</summary>
    public sealed class PolicyTable
    {
        private readonly LoanPolicy byDefault;
        private readonly Dictionary<MediaKind, LoanPolicy> byKind = new Dictionary<MediaKind, LoanPolicy>();
        private readonly Dictionary<Tuple<PatronCategory, MediaKind>, LoanPolicy> byBoth =
            new Dictionary<Tuple<PatronCategory, MediaKind>, LoanPolicy>();

        public PolicyTable(LoanPolicy byDefault)
        {
            this.byDefault = byDefault ?? throw new ArgumentNullException("byDefault");
        }

        /// <summary>The terms that the library has published.</summary>
        public static PolicyTable Standard
        {
            get
            {
                return new PolicyTable(new LoanPolicy(28, 2, 0.25m, 10m, 2))
                    .With(MediaKind.Periodical, new LoanPolicy(7, 1, 0.25m, 5m, 2))
                    .With(MediaKind.AudioDisc, new LoanPolicy(14, 1, 0.50m, 10m, 1))
                    .With(MediaKind.Film, new LoanPolicy(7, 0, 1.00m, 15m, 0))
                    .With(MediaKind.Equipment, new LoanPolicy(3, 0, 2.50m, 50m, 0))
                    .With(PatronCategory.Student, MediaKind.Book, new LoanPolicy(56, 3, 0.25m, 10m, 2))
                    .With(PatronCategory.Staff, MediaKind.Book, new LoanPolicy(90, 5, 0m, 0m, 0))
                    .With(PatronCategory.Senior, MediaKind.Film, new LoanPolicy(14, 1, 0.50m, 7.50m, 1));
            }
        }

        /// <summary>How many things a patron of this category may have at a time.</summary>
        public static int LargestNumberOfLoans(PatronCategory category)
        {
            switch (category)
            {
                case PatronCategory.Child:
                    return 10;
                case PatronCategory.Student:
                    return 25;
                case PatronCategory.Staff:
                    return 40;
                default:
                    return 15;
            }
        }

        public PolicyTable With(MediaKind kind, LoanPolicy policy)
        {
            byKind[kind] = policy ?? throw new ArgumentNullException("policy");
            return this;
        }

        public PolicyTable With(PatronCategory category, MediaKind kind, LoanPolicy policy)
        {
            byBoth[Tuple.Create(category, kind)] = policy ?? throw new ArgumentNullException("policy");
            return this;
        }

        public LoanPolicy For(PatronCategory category, MediaKind kind)
        {
            LoanPolicy policy;
            if (byBoth.TryGetValue(Tuple.Create(category, kind), out policy))
            {
                return policy;
            }

            return byKind.TryGetValue(kind, out policy) ? policy : byDefault;
        }
    }
}
