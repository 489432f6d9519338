using System.CommandLine;
using BugSeeder.Bench;
using BugSeeder.Cli;

var root = new RootCommand("Measures BugSeeder itself: what it costs, and whether what it says is true.");
foreach (var verb in VerbCatalogue.All)
    root.Add(verb);
return await Door.RunAsync(root, "BugSeeder.Bench", args);
