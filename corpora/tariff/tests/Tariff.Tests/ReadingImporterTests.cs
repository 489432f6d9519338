namespace Tariff.Tests;

public class ReadingImporterTests
{
    private const string Header = "meter_id,read_at,register_kwh,quality";

    private readonly AuditLog _audit = Audit();

    [Fact]
    public async Task Good_rows_become_readings()
    {
        var result = await Import("M12345674,2025-06-10T12:00Z,10,A", "", "M12345674,2025-06-10T13:00Z,11.5,E");

        Assert.Equal([10m, 11.5m], result.Readings.Select(reading => reading.RegisterKwh));
        Assert.Empty(result.Quarantined);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("meter;time;kwh\n", "The header is not the expected one.")]
    public async Task A_file_without_the_header_is_refused_and_recorded(string text, string message)
    {
        var error = await Assert.ThrowsAsync<ImportFormatException>(
            () => new ReadingImporter(_audit).ImportAsync(() => new StringReader(text)));

        Assert.Equal(message, error.Message);
        Assert.Equal(message, Assert.Single(_audit.OfKind(AuditKind.ImportFailed)).Detail);
    }

    [Fact]
    public async Task Bad_rows_are_set_aside_with_their_line_and_the_rest_is_imported()
    {
        var result = await Import("nonsense", "M12345674,2025-06-10T12:00Z,10,A", "", "M12345674,2025-06-10T13:00Z,x,A");

        Assert.Equal(
            [new QuarantinedRow(2, QuarantineReason.ColumnCount), new QuarantinedRow(5, QuarantineReason.BadNumber)],
            result.Quarantined);
        Assert.Single(result.Readings);
    }

    [Fact]
    public async Task Every_bad_row_raises_an_event_and_is_recorded()
    {
        var rows = new List<QuarantinedRow>();
        var importer = new ReadingImporter(_audit);
        importer.RowQuarantined += (_, row) => rows.Add(row);

        await importer.ImportAsync(() => new StringReader($"{Header}\nx\n"));

        Assert.Equal([new QuarantinedRow(2, QuarantineReason.ColumnCount)], rows);
        Assert.Equal("line 2: ColumnCount", Assert.Single(_audit.OfKind(AuditKind.RowQuarantined)).Detail);
    }

    [Fact]
    public async Task A_repeated_row_is_counted_and_dropped()
    {
        var result = await Import("M12345674,2025-06-10T12:00Z,10,A", "m12345674,2025-06-10T14:00+02:00,10.0,a");

        Assert.Single(result.Readings);
        Assert.Equal((1, 0), (result.Duplicates, result.Quarantined.Count));
    }

    [Theory]
    [InlineData("A", "11", "A")]
    [InlineData("A", "10", "E")]
    [InlineData("E", "11", "E")]
    public async Task A_repeated_time_with_another_value_is_a_conflict(string firstQuality, string register, string quality)
    {
        var result = await Import($"M12345674,2025-06-10T12:00Z,10,{firstQuality}", $"M12345674,2025-06-10T12:00Z,{register},{quality}");

        Assert.Equal([new QuarantinedRow(3, QuarantineReason.ConflictingDuplicate)], result.Quarantined);
        Assert.Equal(10m, Assert.Single(result.Readings).RegisterKwh);
    }

    [Fact]
    public async Task An_actual_reading_replaces_an_estimated_one()
    {
        var result = await Import("M12345674,2025-06-10T12:00Z,10,E", "M12345674,2025-06-10T12:00Z,12,A");

        var reading = Assert.Single(result.Readings);
        Assert.Equal((12m, ReadingQuality.Actual), (reading.RegisterKwh, reading.Quality));
        Assert.Equal(0, result.Duplicates);
    }

    [Fact]
    public async Task A_reading_older_than_the_one_before_is_out_of_order()
    {
        var result = await Import("M12345674,2025-06-10T12:00Z,10,A", "M12345674,2025-06-10T11:59Z,9,A", "M55501233,2025-06-10T11:00Z,5,A");

        Assert.Equal([new QuarantinedRow(3, QuarantineReason.OutOfOrder)], result.Quarantined);
        Assert.Equal(2, result.Readings.Count);
    }

    [Theory]
    [InlineData("13:00", 0)]
    [InlineData("13:01", 1)]
    public async Task A_pause_longer_than_allowed_is_a_gap(string time, int gaps)
    {
        var result = await Import("M12345674,2025-06-10T12:00Z,10,A", $"M12345674,2025-06-10T{time}Z,11,A");

        Assert.Equal(gaps, result.Gaps.Count);
        Assert.Equal(2, result.Readings.Count);
    }

    [Fact]
    public async Task A_gap_names_the_readings_around_it()
    {
        var result = await Import("M12345674,2025-06-10T12:00Z,10,A", "M12345674,2025-06-12T12:00Z,11,A");

        Assert.Equal([new ReadingGap(MeterId.Parse("M12345674"), Noon, Noon.AddDays(2))], result.Gaps);
    }

    [Fact]
    public async Task A_rollover_is_accepted_and_counted()
    {
        var result = await Import("M12345674,2025-06-10T12:00Z,99999,A", "M12345674,2025-06-10T13:00Z,2,A");

        Assert.Equal((1, 2), (result.Rollovers, result.Readings.Count));
    }

    [Fact]
    public async Task A_register_that_decreases_is_set_aside_and_does_not_become_the_reference()
    {
        var result = await Import(
            "M12345674,2025-06-10T12:00Z,500,A",
            "M12345674,2025-06-10T13:00Z,400,A",
            "M12345674,2025-06-10T13:00Z,501,A");

        Assert.Equal([new QuarantinedRow(3, QuarantineReason.RegisterDecrease)], result.Quarantined);
        Assert.Equal([500m, 501m], result.Readings.Select(reading => reading.RegisterKwh));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task Too_many_bad_rows_abort_the_import(int badRows, bool aborted)
    {
        var importer = new ReadingImporter(_audit, new ImportOptions { MaxQuarantined = 2 });
        var text = Header + "\n" + string.Concat(Enumerable.Repeat("bad\n", badRows));

        var error = await Record.ExceptionAsync(() => importer.ImportAsync(() => new StringReader(text)));

        Assert.Equal(aborted ? 3 : null, (error as ImportAbortedException)?.Quarantined);
        Assert.Equal(aborted ? ["The import was aborted after 3 bad rows."] : [], _audit.OfKind(AuditKind.ImportFailed).Select(entry => entry.Detail));
    }

    [Fact]
    public async Task The_file_is_closed_after_success()
    {
        var reader = new SpyReader(Header);

        await new ReadingImporter(_audit).ImportAsync(() => reader);

        Assert.True(reader.IsDisposed);
    }

    [Theory]
    [InlineData("wrong header", int.MaxValue)]
    [InlineData(Header, 2)]
    public async Task The_file_is_closed_after_a_failure(string text, int failAtLine)
    {
        var reader = new SpyReader(text, failAtLine);

        await Assert.ThrowsAnyAsync<Exception>(() => new ReadingImporter(_audit).ImportAsync(() => reader));

        Assert.True(reader.IsDisposed);
    }

    [Fact]
    public async Task A_read_error_is_passed_on_and_recorded()
    {
        await Assert.ThrowsAsync<IOException>(
            () => new ReadingImporter(_audit).ImportAsync(() => new SpyReader(Header, failAtLine: 2)));

        Assert.Equal("The disk is gone.", Assert.Single(_audit.OfKind(AuditKind.ImportFailed)).Detail);
    }

    [Fact]
    public async Task A_cancelled_import_stops_at_the_next_row_and_closes_the_file()
    {
        using var cancellation = new CancellationTokenSource();
        var lines = 0;
        var reader = new SpyReader($"{Header}\nbad\nbad\nbad\n")
        {
            OnLine = line =>
            {
                lines = line;
                if (line == 3)
                {
                    cancellation.Cancel();
                }
            },
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new ReadingImporter(_audit).ImportAsync(() => reader, cancellation.Token));

        Assert.Equal(3, lines);
        Assert.True(reader.IsDisposed);
        Assert.Single(_audit.OfKind(AuditKind.RowQuarantined));
    }

    [Fact]
    public async Task An_import_cancelled_on_entry_opens_nothing()
    {
        var opened = false;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ReadingImporter(_audit).ImportAsync(
            () =>
            {
                opened = true;
                return new StringReader(Header);
            },
            new CancellationToken(canceled: true)));

        Assert.False(opened);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public async Task A_hundred_bad_rows_are_tolerated_unless_stated(int badRows, bool aborted)
    {
        var error = await Record.ExceptionAsync(() => Import(Enumerable.Repeat("bad", badRows).ToArray()));

        Assert.Equal(aborted, error is ImportAbortedException);
    }

    [Fact]
    public async Task A_finished_import_is_recorded_with_its_counts()
    {
        await Import("M12345674,2025-06-10T12:00Z,10,A", "M12345674,2025-06-10T12:00Z,10,A", "bad");

        Assert.Equal("1 readings, 1 quarantined, 1 duplicates", Assert.Single(_audit.OfKind(AuditKind.ImportFinished)).Detail);
    }

    private Task<ImportResult> Import(params string[] rows) =>
        new ReadingImporter(_audit).ImportAsync(() => new StringReader(string.Join('\n', rows.Prepend(Header))));
}
