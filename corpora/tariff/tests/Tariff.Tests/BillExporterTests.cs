namespace Tariff.Tests;

public class BillExporterTests
{
    private readonly AuditLog _audit = Audit();

    private static readonly Bill Sample = Bill("B-1") with
    {
        Lines =
        [
            new BillLine(LineKind.Energy, "Summer Peak", 250m, 0.4m, 100m),
            new BillLine(LineKind.Adjustment, "=HYPERLINK(\"x\")", 1m, -2.5m, -2.5m),
        ],
    };

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    public async Task A_bill_is_written_as_csv(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        var writer = new SpyWriter();

        await Exporter().WriteCsvAsync(User(Role.Supervisor), Sample, () => writer);

        Assert.Equal(
            "kind,description,quantity,unit_price,amount\n"
            + "Energy,Summer Peak,250.000,0.40000,100.00\n"
            + "Adjustment,\"'=HYPERLINK(\"\"x\"\")\",1.000,-2.50000,-2.50\n"
            + "Tax,,,,20.00\n"
            + "Total,,,,117.50\n",
            writer.ToString());
    }

    [Fact]
    public async Task The_writer_is_closed_and_the_export_recorded()
    {
        var writer = new SpyWriter();

        await Exporter().WriteCsvAsync(User(Role.Auditor), Sample, () => writer);

        Assert.True(writer.IsDisposed);
        Assert.Equal("B-1 as CSV", Assert.Single(_audit.OfKind(AuditKind.BillExported)).Detail);
    }

    [Fact]
    public async Task The_writer_is_closed_when_writing_fails_and_no_export_is_recorded()
    {
        var writer = new SpyWriter { FailsOn = text => text!.StartsWith("Energy", StringComparison.Ordinal) };

        await Assert.ThrowsAsync<IOException>(() => Exporter().WriteCsvAsync(User(Role.Auditor), Sample, () => writer));

        Assert.True(writer.IsDisposed);
        Assert.Empty(_audit.OfKind(AuditKind.BillExported));
    }

    [Fact]
    public async Task Without_permission_no_file_is_opened()
    {
        var opened = false;

        await Assert.ThrowsAsync<AccessDeniedException>(() => Exporter().WriteCsvAsync(User(Role.Agent), Sample, () =>
        {
            opened = true;
            return new SpyWriter();
        }));

        Assert.False(opened);
        Assert.Equal("export ******3040", Assert.Single(_audit.OfKind(AuditKind.AccessDenied)).Detail);
    }

    [Fact]
    public async Task A_cancelled_export_opens_no_file()
    {
        var opened = false;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Exporter().WriteCsvAsync(
            User(Role.Auditor),
            Sample,
            () =>
            {
                opened = true;
                return new SpyWriter();
            },
            new CancellationToken(canceled: true)));

        Assert.False(opened);
    }

    [Fact]
    public void A_bill_is_written_as_escaped_html()
    {
        var bill = Bill("<1>") with { Lines = [new BillLine(LineKind.Energy, "A & B", 1m, 1m, 1m)], Tax = 0.5m };

        Assert.Equal(
            "<h1>Bill &lt;1&gt;</h1><p>Account NE10203040</p><table><tr><td>A &amp; B</td><td>1.00</td></tr></table><p>Total 1.50</p>",
            Exporter().ToHtml(User(Role.Customer, Account), bill));
    }

    [Fact]
    public void Auditors_see_masked_account_numbers()
    {
        Assert.Contains("<p>Account ******3040</p>", Exporter().ToHtml(User(Role.Auditor), Sample));
    }

    [Fact]
    public void A_html_export_is_checked_and_recorded()
    {
        Assert.Throws<AccessDeniedException>(() => Exporter().ToHtml(User(Role.Customer, OtherAccount), Sample));
        Assert.Empty(_audit.OfKind(AuditKind.BillExported));

        Exporter().ToHtml(User(Role.Supervisor), Sample);
        Assert.Equal("B-1 as HTML", Assert.Single(_audit.OfKind(AuditKind.BillExported)).Detail);
    }

    private BillExporter Exporter() => new(new AccessPolicy(_audit), _audit);
}
