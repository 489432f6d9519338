using System;

namespace Lending.Notices
{
    /// <summary>The mail server could not take a message now, but may take it later.</summary>
    public sealed class TransientMailException : LendingException
    {
        public TransientMailException(string message)
            : base(message)
        {
        }

        public TransientMailException(string message, Exception inner)
            : base(message, inner)
        {
        }
    }
}
