using BugSeeder.Cli;

return await Door.RunAsync(args);
