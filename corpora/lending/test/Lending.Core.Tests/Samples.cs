using System;
using System.Collections.Generic;
using Lending.Calendars;
using Lending.Catalogue;
using Lending.Holds;
using Lending.Loans;
using Lending.Patrons;

namespace Lending.Core.Tests
{
    internal static class Samples
    {
        public static DateTime Day(int year, int month, int day)
        {
            return new DateTime(year, month, day);
        }

        public static string CardNumber(int number)
        {
            return Barcode.Complete("2" + number.ToString("D12"));
        }

        public static string CopyNumber(int number)
        {
            return Barcode.Complete("3" + number.ToString("D12"));
        }

        public static Title Title(string name, MediaKind kind = MediaKind.Book, decimal cost = 20m, string author = "A. Writer")
        {
            return new Title(name, author, kind, cost, null);
        }

        public static Copy Copy(int number, MediaKind kind = MediaKind.Book, decimal cost = 20m)
        {
            return new Copy(CopyNumber(number), Title("Work " + number, kind, cost));
        }

        public static Patron Patron(int number, PatronCategory category = PatronCategory.Adult)
        {
            return new Patron(CardNumber(number), "Patron " + number, category, Day(2030, 12, 31));
        }

        public static Loan Loan(DateTime lentOn, DateTime dueOn, MediaKind kind = MediaKind.Book, decimal cost = 20m, PatronCategory category = PatronCategory.Adult)
        {
            return new Loan(Copy(1, kind, cost), Patron(1, category), lentOn, dueOn);
        }
    }

    internal sealed class FixedClock : IClock
    {
        public DateTime UtcNow { get; set; }
    }

    internal sealed class ListTrail : IAuditTrail
    {
        public List<string> Entries { get; } = new List<string>();

        public void Write(string action, string card, string barcode)
        {
            Entries.Add(action + " " + card + " " + barcode);
        }
    }

    internal sealed class Library
    {
        public Library()
        {
            Clock = new FixedClock { UtcNow = new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc) };
            Calendar = OpeningCalendar.MondayToSaturday;
            Holds = new HoldShelf(Calendar);
            Shelf = new Shelf();
            Trail = new ListTrail();
            Desk = new LendingDesk(Shelf, PolicyTable.Standard, Calendar, new LibraryTime(Clock, TimeZoneInfo.Utc), Holds, Trail);
        }

        public FixedClock Clock { get; }

        public OpeningCalendar Calendar { get; }

        public HoldShelf Holds { get; }

        public Shelf Shelf { get; }

        public ListTrail Trail { get; }

        public LendingDesk Desk { get; }

        public DateTime Today
        {
            get { return Clock.UtcNow.Date; }
        }

        public string AddPatron(int number, PatronCategory category = PatronCategory.Adult)
        {
            Patron patron = Samples.Patron(number, category);
            Desk.Register(patron);
            return patron.Card;
        }

        public string AddCopy(int number, MediaKind kind = MediaKind.Book, decimal cost = 20m)
        {
            Copy copy = Samples.Copy(number, kind, cost);
            Shelf.Add(copy);
            return copy.Barcode;
        }

        public void GoTo(int year, int month, int day)
        {
            Clock.UtcNow = new DateTime(year, month, day, 9, 0, 0, DateTimeKind.Utc);
        }
    }
}
