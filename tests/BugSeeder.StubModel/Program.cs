using BugSeeder.StubModel;
using Microsoft.Extensions.Hosting;

if (StubOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(StubOptions.Usage);
    return 1;
}

await using var app = StubServer.Create(options);
await app.StartAsync();
var address = app.Urls.First();
// Written under another name first, so that whoever waits for the file finds it whole.
if (options.AddressFile is { } file)
{
    await File.WriteAllTextAsync(file + ".part", address);
    File.Move(file + ".part", file, overwrite: true);
}

await Console.Out.WriteLineAsync(address);
await app.WaitForShutdownAsync();
return 0;
