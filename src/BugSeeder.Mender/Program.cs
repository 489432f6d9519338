return await BugSeeder.Mender.MenderDoor.RunAsync(args);
