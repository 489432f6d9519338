namespace Tariff.Tests;

public class AuditLogTests
{
    private readonly ManualTime _time = Time();
    private readonly AuditLog _audit;

    public AuditLogTests() => _audit = new AuditLog(_time);

    [Fact]
    public void Entries_are_numbered_from_one_and_stamped_with_the_clock()
    {
        _audit.Append(AuditKind.BillFailed, "amy", "first");
        _time.Advance(TimeSpan.FromSeconds(90));
        _audit.Append(AuditKind.BillExported, "bob", "second");

        Assert.Equal(
            [
                new AuditEntry(1, Noon, AuditKind.BillFailed, "amy", "first"),
                new AuditEntry(2, Noon.AddSeconds(90), AuditKind.BillExported, "bob", "second"),
            ],
            _audit.Entries);
    }

    [Fact]
    public void Account_numbers_are_masked_in_actor_and_detail()
    {
        var entry = _audit.Append(AuditKind.AccessDenied, "user NE10203040", "view ne10203040 and SW99887766");

        Assert.Equal(("user ******3040", "view ******3040 and ******7766"), (entry.Actor, entry.Detail));
    }

    [Fact]
    public void A_list_of_entries_does_not_change_later()
    {
        _audit.Append(AuditKind.BillFailed, "amy", "first");
        var before = _audit.Entries;

        _audit.Append(AuditKind.BillFailed, "amy", "second");

        Assert.Single(before);
    }

    [Fact]
    public void Entries_can_be_read_from_a_sequence_number_on()
    {
        foreach (var detail in new[] { "a", "b", "c" })
        {
            _audit.Append(AuditKind.BillFailed, "amy", detail);
        }

        Assert.Equal(["c"], _audit.Since(2).Select(entry => entry.Detail));
        Assert.Empty(_audit.Since(3));
    }

    [Fact]
    public void Entries_can_be_selected_by_kind()
    {
        _audit.Append(AuditKind.BillFailed, "amy", "a");
        _audit.Append(AuditKind.ImportFailed, "amy", "b");

        Assert.Equal("b", Assert.Single(_audit.OfKind(AuditKind.ImportFailed)).Detail);
    }

    [Fact]
    public void A_broken_subscriber_loses_neither_the_entry_nor_the_other_subscribers()
    {
        var seen = new List<long>();
        _audit.Appended += (_, _) => throw new InvalidOperationException("broken");
        _audit.Appended += (_, entry) => seen.Add(entry.Sequence);

        _audit.Append(AuditKind.BillFailed, "amy", "a");

        Assert.Equal([1L], seen);
        Assert.Single(_audit.Entries);
        Assert.Equal(1, _audit.FailedNotifications);
    }

    [Fact(Timeout = 5000)]
    public async Task Subscribers_may_read_the_log_from_another_thread()
    {
        var count = 0;
        _audit.Appended += (_, _) =>
        {
            var reading = OnOwnThread(() => _audit.Entries.Count);
            count = reading.Wait(TimeSpan.FromSeconds(2)) ? reading.Result : -1;
        };

        await OnOwnThread(() => _audit.Append(AuditKind.BillFailed, "amy", "a"));

        Assert.Equal(1, count);
    }

    [Fact]
    public void An_entry_needs_an_actor()
    {
        Assert.Throws<ArgumentException>(() => _audit.Append(AuditKind.BillFailed, " ", "a"));
    }

    [Theory]
    [InlineData("NE10203040", "******3040")]
    [InlineData("12345", "*2345")]
    [InlineData("1234", "****")]
    [InlineData("", "")]
    public void Masking_keeps_the_last_four_characters_of_longer_texts(string account, string expected)
    {
        Assert.Equal(expected, Redaction.Account(account));
    }

    [Theory]
    [InlineData("see NE1020304", "see NE1020304")]
    [InlineData("M12345674 is a meter", "M12345674 is a meter")]
    [InlineData("(ne10203040)", "(******3040)")]
    public void Only_account_numbers_are_masked_in_texts(string text, string expected)
    {
        Assert.Equal(expected, Redaction.InText(text));
    }
}
