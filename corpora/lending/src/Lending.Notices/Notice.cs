using System;
using System.Globalization;
using Lending.Loans;

namespace Lending.Notices
{
    /// <summary>One thing to tell a patron about one loan.</summary>
    public sealed class Notice
    {
        public Notice(NoticeKind kind, Loan loan)
        {
            Kind = kind;
            Loan = loan ?? throw new ArgumentNullException("loan");
        }

        public NoticeKind Kind { get; private set; }

        public Loan Loan { get; private set; }

        /// <summary>Names the notice: a renewed loan has another day due and so another key.</summary>
        public string Key
        {
            get
            {
                return string.Join(
                    "/",
                    Kind.ToString(),
                    Loan.Copy.Barcode,
                    Loan.Patron.Card,
                    Loan.DueOn.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
            }
        }
    }
}
