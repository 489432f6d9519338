using System;

namespace Lending.Notices
{
    public sealed class Message
    {
        public Message(string to, string subject, string html)
        {
            if (string.IsNullOrWhiteSpace(to))
            {
                throw new ArgumentException("A message needs a receiver.", "to");
            }

            To = to;
            Subject = subject ?? string.Empty;
            Html = html ?? string.Empty;
        }

        public string To { get; private set; }

        public string Subject { get; private set; }

        public string Html { get; private set; }
    }
}
