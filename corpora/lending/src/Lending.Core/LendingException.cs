using System;

namespace Lending
{
    /// <summary>A failure that the library reports on purpose.</summary>
    public class LendingException : Exception
    {
        public LendingException(string message)
            : base(message)
        {
        }

        public LendingException(string message, Exception inner)
            : base(message, inner)
        {
        }
    }
}
