using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Lending.Catalogue;
using Lending.Loans;
using Lending.Patrons;

namespace Lending.Notices.Tests
{
    internal static class Samples
    {
        public static Loan Loan(int number, string dueOn, int patron = 1, string email = "ann@example.org", string name = "Work", decimal cost = 20m)
        {
            Patron borrower = new Patron(Barcode.Complete("2" + patron.ToString("D12")), "Ann <A>", PatronCategory.Adult, new DateTime(2030, 1, 1));
            borrower.Email = email;
            Copy copy = new Copy(Barcode.Complete("3" + number.ToString("D12")), new Title(name, "x", MediaKind.Book, cost, null));
            DateTime due = DateTime.Parse(dueOn);
            return new Loan(copy, borrower, due.AddDays(-28), due);
        }
    }

    internal sealed class ScriptedMailer : IMailer
    {
        private readonly Queue<Exception> failures = new Queue<Exception>();

        public List<Message> Sent { get; } = new List<Message>();

        public int Tries { get; private set; }

        public void Fail(int times, Exception error)
        {
            for (int i = 0; i < times; i++)
            {
                failures.Enqueue(error);
            }
        }

        public Task SendAsync(Message message, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            Tries++;
            if (failures.Count > 0)
            {
                throw failures.Dequeue();
            }

            Sent.Add(message);
            return Task.CompletedTask;
        }
    }

    internal sealed class MemoryLog : INoticeLog
    {
        public HashSet<string> Keys { get; } = new HashSet<string>();

        public Task<bool> ContainsAsync(string key, CancellationToken cancellation)
        {
            return Task.FromResult(Keys.Contains(key));
        }

        public Task AddAsync(string key, CancellationToken cancellation)
        {
            Keys.Add(key);
            return Task.CompletedTask;
        }
    }

    internal sealed class NoPause : IPause
    {
        public List<double> Seconds { get; } = new List<double>();

        public Task ForAsync(TimeSpan time, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            Seconds.Add(time.TotalSeconds);
            return Task.CompletedTask;
        }
    }
}
