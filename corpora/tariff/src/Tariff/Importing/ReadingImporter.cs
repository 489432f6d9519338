namespace Tariff;

/// <summary>How strict an import is.</summary>
public sealed record ImportOptions
{
    /// <summary>Readings further apart than this are reported as a gap.</summary>
    public TimeSpan LongestGap { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The import is given up when more rows than this are bad.</summary>
    public int MaxQuarantined { get; init; } = 100;
}

/// <summary>Imports meter readings from CSV.</summary>
public sealed class ReadingImporter
{
    private readonly AuditLog _audit;
    private readonly ImportOptions _options;

    public ReadingImporter(AuditLog audit, ImportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(audit);
        _audit = audit;
        _options = options ?? new ImportOptions();
    }

    /// <summary>Raised for every row that is set aside.</summary>
    public event EventHandler<QuarantinedRow>? RowQuarantined;

    /// <summary>Opens the file, imports it and closes it, whatever happens.</summary>
    public async Task<ImportResult> ImportAsync(Func<TextReader> open, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using var reader = open();
            var result = await ReadAsync(reader, cancellationToken).ConfigureAwait(false);
            _audit.Append(
                AuditKind.ImportFinished,
                "system",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{result.Readings.Count} readings, {result.Quarantined.Count} quarantined, {result.Duplicates} duplicates"));
            return result;
        }
        catch (Exception error) when (error is TariffException or IOException)
        {
            _audit.Append(AuditKind.ImportFailed, "system", error.Message);
            throw;
        }
    }

    private async Task<ImportResult> ReadAsync(TextReader reader, CancellationToken cancellationToken)
    {
        var header = await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        if (!ReadingParser.IsHeader(header))
        {
            throw new ImportFormatException(header is null ? "The file is empty." : "The header is not the expected one.");
        }

        var import = new Import(this);
        var number = 1;
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                import.Add(number, line);
            }
        }

        return import.Finish();
    }

    private void OnQuarantined(QuarantinedRow row)
    {
        _audit.Append(
            AuditKind.RowQuarantined,
            "system",
            string.Create(CultureInfo.InvariantCulture, $"line {row.Line}: {row.Reason}"));
        RowQuarantined?.Invoke(this, row);
    }

    /// <summary>The state of one running import.</summary>
    private sealed class Import(ReadingImporter owner)
    {
        private readonly List<MeterReading> _readings = [];
        private readonly Dictionary<MeterId, int> _latest = [];
        private readonly List<QuarantinedRow> _quarantined = [];
        private readonly List<ReadingGap> _gaps = [];
        private int _duplicates;
        private int _rollovers;

        public void Add(int line, string text)
        {
            if (ReadingParser.Parse(text, out var reason) is not { } reading)
            {
                Quarantine(line, reason!.Value);
                return;
            }

            if (!_latest.TryGetValue(reading.Meter, out var index))
            {
                Accept(reading);
                return;
            }

            var previous = _readings[index];
            if (reading.At < previous.At)
            {
                Quarantine(line, QuarantineReason.OutOfOrder);
            }
            else if (reading.At == previous.At)
            {
                AddRepeated(line, index, previous, reading);
            }
            else
            {
                AddNext(line, previous, reading);
            }
        }

        public ImportResult Finish() => new(_readings, _quarantined, _gaps, _duplicates, _rollovers);

        private void AddRepeated(int line, int index, MeterReading previous, MeterReading reading)
        {
            if (previous == reading)
            {
                _duplicates++;
            }
            else if (previous.Quality == ReadingQuality.Estimated && reading.Quality == ReadingQuality.Actual)
            {
                _readings[index] = reading;
            }
            else
            {
                Quarantine(line, QuarantineReason.ConflictingDuplicate);
            }
        }

        private void AddNext(int line, MeterReading previous, MeterReading reading)
        {
            var rollover = RegisterMath.IsRollover(previous.RegisterKwh, reading.RegisterKwh);
            if (reading.RegisterKwh < previous.RegisterKwh && !rollover)
            {
                Quarantine(line, QuarantineReason.RegisterDecrease);
                return;
            }

            if (rollover)
            {
                _rollovers++;
            }

            if (reading.At - previous.At > owner._options.LongestGap)
            {
                _gaps.Add(new ReadingGap(reading.Meter, previous.At, reading.At));
            }

            Accept(reading);
        }

        private void Accept(MeterReading reading)
        {
            _latest[reading.Meter] = _readings.Count;
            _readings.Add(reading);
        }

        private void Quarantine(int line, QuarantineReason reason)
        {
            var row = new QuarantinedRow(line, reason);
            _quarantined.Add(row);
            owner.OnQuarantined(row);
            if (_quarantined.Count > owner._options.MaxQuarantined)
            {
                throw new ImportAbortedException(_quarantined.Count);
            }
        }
    }
}
