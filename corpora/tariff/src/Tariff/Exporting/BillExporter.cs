namespace Tariff;

/// <summary>Writes bills as CSV and HTML for those who may export them.</summary>
public sealed class BillExporter
{
    public const string CsvHeader = "kind,description,quantity,unit_price,amount";

    private readonly AccessPolicy _access;
    private readonly AuditLog _audit;

    public BillExporter(AccessPolicy access, AuditLog audit)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(audit);
        _access = access;
        _audit = audit;
    }

    /// <summary>Opens a writer, writes the lines of the bill and closes the writer.</summary>
    public async Task WriteCsvAsync(
        Principal principal,
        Bill bill,
        Func<TextWriter> open,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(bill);
        ArgumentNullException.ThrowIfNull(open);
        _access.EnsureCanExport(principal, bill.Account);
        cancellationToken.ThrowIfCancellationRequested();

        await using (var writer = open())
        {
            await writer.WriteAsync(CsvHeader + "\n").ConfigureAwait(false);
            foreach (var line in bill.Lines)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await writer.WriteAsync(CsvLine(line) + "\n").ConfigureAwait(false);
            }

            await writer.WriteAsync($"Tax,,,,{ExportText.Amount(bill.Tax)}\n").ConfigureAwait(false);
            await writer.WriteAsync($"Total,,,,{ExportText.Amount(bill.Total)}\n").ConfigureAwait(false);
        }

        _audit.Append(AuditKind.BillExported, principal.Id, $"{bill.Number} as CSV");
    }

    /// <summary>The bill as an HTML fragment.</summary>
    public string ToHtml(Principal principal, Bill bill)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(bill);
        _access.EnsureCanExport(principal, bill.Account);
        var account = principal.Role == Role.Auditor ? Redaction.Account(bill.Account.ToString()) : bill.Account.ToString();
        var rows = bill.Lines.Select(line =>
            $"<tr><td>{ExportText.Html(line.Description)}</td><td>{ExportText.Amount(line.Amount)}</td></tr>");
        var html = $"<h1>Bill {ExportText.Html(bill.Number)}</h1>"
            + $"<p>Account {ExportText.Html(account)}</p>"
            + $"<table>{string.Concat(rows)}</table>"
            + $"<p>Total {ExportText.Amount(bill.Total)}</p>";
        _audit.Append(AuditKind.BillExported, principal.Id, $"{bill.Number} as HTML");
        return html;
    }

    private static string CsvLine(BillLine line) => string.Join(
        ',',
        line.Kind.ToString(),
        ExportText.Csv(line.Description),
        ExportText.Quantity(line.Quantity),
        ExportText.Price(line.UnitPrice),
        ExportText.Amount(line.Amount));
}
