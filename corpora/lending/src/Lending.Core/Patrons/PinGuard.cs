using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace Lending.Patrons
{
    /// <summary>Checks PINs, and locks a card after five wrong ones in a row, for fifteen minutes.</summary>
    public sealed class PinGuard
    {
        public const int AllowedFailures = 5;

        public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

        private readonly IClock clock;
        private readonly object gate = new object();
        private readonly Dictionary<string, byte[]> hashes = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        private readonly Dictionary<string, int> failures = new Dictionary<string, int>(StringComparer.Ordinal);
        private readonly Dictionary<string, DateTime> lockedUntil = new Dictionary<string, DateTime>(StringComparer.Ordinal);

        public PinGuard(IClock clock)
        {
            this.clock = clock ?? throw new ArgumentNullException("clock");
        }

        /// <summary>Four to eight digits, not all the same.</summary>
        public static bool IsAcceptable(string pin)
        {
            return pin != null
                && pin.Length >= 4
                && pin.Length <= 8
                && pin.All(char.IsAsciiDigit)
                && pin.Any(c => c != pin[0]);
        }

        public void Set(string card, string pin)
        {
            if (!IsAcceptable(pin))
            {
                throw new LendingException("A PIN has four to eight digits that are not all the same.");
            }

            lock (gate)
            {
                hashes[card] = Hash(card, pin);
                failures.Remove(card);
                lockedUntil.Remove(card);
            }
        }

        public bool IsLocked(string card)
        {
            lock (gate)
            {
                DateTime until;
                return lockedUntil.TryGetValue(card, out until) && clock.UtcNow < until;
            }
        }

        /// <summary>True for the right PIN of a card that is not locked. A right PIN forgives earlier failures.</summary>
        public bool Check(string card, string pin)
        {
            lock (gate)
            {
                byte[] expected;
                if (IsLocked(card) || !hashes.TryGetValue(card, out expected))
                {
                    return false;
                }

                if (CryptographicOperations.FixedTimeEquals(expected, Hash(card, pin ?? string.Empty)))
                {
                    failures.Remove(card);
                    return true;
                }

                int count;
                failures.TryGetValue(card, out count);
                count++;
                if (count >= AllowedFailures)
                {
                    lockedUntil[card] = clock.UtcNow + LockTime;
                    count = 0;
                }

                failures[card] = count;
                return false;
            }
        }

        private static byte[] Hash(string card, string pin)
        {
            return SHA256.HashData(Encoding.UTF8.GetBytes(card + ":" + pin));
        }
    }
}
