using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Lending.Notices
{
    /// <summary>Sends each patron one message with all notices, once.</summary>
    public sealed class NoticeSender
    {
        public const int Tries = 4;

        /// <summary>The first pause; each further one is twice as long, up to <see cref="LongestPause"/>.</summary>
        public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

        public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

        private readonly IMailer mailer;
        private readonly INoticeLog log;
        private readonly IPause pause;

        public NoticeSender(IMailer mailer, INoticeLog log, IPause pause)
        {
            this.mailer = mailer ?? throw new ArgumentNullException("mailer");
            this.log = log ?? throw new ArgumentNullException("log");
            this.pause = pause ?? throw new ArgumentNullException("pause");
        }

        /// <summary>
        /// A message that fails does not keep others from being sent, and none of its notices is remembered as sent.
        /// </summary>
        public async Task<SendResult> SendAsync(IEnumerable<Notice> notices, CancellationToken cancellation)
        {
            int sent = 0;
            int skipped = 0;
            List<string> failed = new List<string>();
            foreach (IGrouping<string, Notice> group in notices.GroupBy(n => n.Loan.Patron.Card))
            {
                cancellation.ThrowIfCancellationRequested();
                List<Notice> fresh = new List<Notice>();
                foreach (Notice notice in group)
                {
                    if (await log.ContainsAsync(notice.Key, cancellation))
                    {
                        skipped++;
                    }
                    else
                    {
                        fresh.Add(notice);
                    }
                }

                if (fresh.Count == 0)
                {
                    continue;
                }

                if (await TryAsync(NoticeText.For(fresh), cancellation))
                {
                    sent++;
                    await RememberAsync(fresh, cancellation);
                }
                else
                {
                    failed.Add(group.Key);
                }
            }

            return new SendResult(sent, skipped, failed);
        }

        /// <summary>The pause after a failed try, counted from 1.</summary>
        public static TimeSpan PauseAfter(int failedTries)
        {
            double seconds = FirstPause.TotalSeconds * Math.Pow(2, failedTries - 1);
            return TimeSpan.FromSeconds(Math.Min(seconds, LongestPause.TotalSeconds));
        }

        private async Task RememberAsync(IEnumerable<Notice> notices, CancellationToken cancellation)
        {
            foreach (Notice notice in notices)
            {
                await log.AddAsync(notice.Key, cancellation);
            }
        }

        private async Task<bool> TryAsync(Message message, CancellationToken cancellation)
        {
            for (int tried = 1; ; tried++)
            {
                try
                {
                    await mailer.SendAsync(message, cancellation);
                    return true;
                }
                catch (TransientMailException) when (tried < Tries)
                {
                    await pause.ForAsync(PauseAfter(tried), cancellation);
                }
                catch (OperationCanceledException)
                {
                    throw;
                }
                catch (Exception)
                {
                    return false;
                }
            }
        }
    }
}
