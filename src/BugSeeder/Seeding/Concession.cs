namespace BugSeeder.Seeding;

/// <summary>What is given up, one after the other, for a bank that would not be full otherwise.</summary>
internal enum Concession
{
    Nothing,

    /// <summary>Shapes, where a class still lacks something; loud bugs are taken too.</summary>
    Shapes,

    /// <summary>Classes.</summary>
    Classes,

    /// <summary>That few bugs hang together.</summary>
    Independence,
}
