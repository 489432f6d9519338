using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Text;
using Lending.Fines;

namespace Lending.Notices
{
    /// <summary>The words of a message. Dates and amounts look the same under every culture.</summary>
    public static class NoticeText
    {
        /// <summary>One message for all notices of one patron, which must all be for the same address.</summary>
        public static Message For(IReadOnlyList<Notice> notices)
        {
            if (notices == null || notices.Count == 0)
            {
                throw new ArgumentException("There is nothing to write.", "notices");
            }

            StringBuilder html = new StringBuilder();
            html.Append("<p>Dear ").Append(WebUtility.HtmlEncode(notices[0].Loan.Patron.Name)).Append(",</p><ul>");
            foreach (Notice notice in notices)
            {
                html.Append("<li>").Append(WebUtility.HtmlEncode(Line(notice))).Append("</li>");
            }

            html.Append("</ul>");
            return new Message(notices[0].Loan.Patron.Email, Subject(notices), html.ToString());
        }

        public static string Line(Notice notice)
        {
            string name = notice.Loan.Copy.Title.Name;
            string due = notice.Loan.DueOn.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
            switch (notice.Kind)
            {
                case NoticeKind.Reminder:
                    return name + " is due on " + due + ".";
                case NoticeKind.FinalOverdue:
                    return name + " was due on " + due + ". If it is lost, please pay " + Money(FineRules.ForLoss(notice.Loan)) + ".";
                default:
                    return name + " was due on " + due + ".";
            }
        }

        public static string Money(decimal amount)
        {
            return amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
        }

        private static string Subject(IReadOnlyList<Notice> notices)
        {
            int late = 0;
            foreach (Notice notice in notices)
            {
                if (notice.Kind != NoticeKind.Reminder)
                {
                    late++;
                }
            }

            if (late == 0)
            {
                return "Due soon: " + Count(notices.Count);
            }

            return "Overdue: " + Count(late);
        }

        private static string Count(int loans)
        {
            return loans == 1 ? "1 loan" : loans + " loans";
        }
    }
}
