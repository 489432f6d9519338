using System.Collections.Generic;

namespace Lending.Notices
{
    /// <summary>What became of the messages.</summary>
    public sealed class SendResult
    {
        internal SendResult(int sent, int skipped, IReadOnlyList<string> failed)
        {
            Sent = sent;
            Skipped = skipped;
            Failed = failed;
        }

        /// <summary>Messages sent.</summary>
        public int Sent { get; private set; }

        /// <summary>Notices that had been sent before.</summary>
        public int Skipped { get; private set; }

        /// <summary>Cards of the patrons whom no message reached.</summary>
        public IReadOnlyList<string> Failed { get; private set; }
    }
}
