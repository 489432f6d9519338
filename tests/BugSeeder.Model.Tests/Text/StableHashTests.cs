using BugSeeder.Model.Text;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Text;

public sealed class StableHashTests
{
    /// <summary>FIPS 180-2, appendix B.1.</summary>
    [Fact]
    public void Of_bytes_it_is_SHA_256() =>
        StableHash.Of("abc"u8).ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    [Fact]
    public void Parts_that_are_split_elsewhere_hash_differently()
    {
        string[] hashes = [StableHash.Of("ab", "c"), StableHash.Of("a", "bc"), StableHash.Of("abc"), StableHash.Of("abc", "")];

        hashes.ShouldBeUnique();
    }

    /// <summary>Each part goes in with its length before it, four bytes, lowest first.</summary>
    [Fact]
    public void Parts_are_hashed_with_their_lengths() =>
        StableHash.Of("ab", "ü").ShouldBe(StableHash.Of([2, 0, 0, 0, (byte)'a', (byte)'b', 2, 0, 0, 0, 0xC3, 0xBC]));
}
