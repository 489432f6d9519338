using BugSeeder.Execution.Processes;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>A program of this machine that can shut others in.</summary>
internal interface IWall
{
    /// <summary>Makes what starts the wall with the requested process in it.</summary>
    BoxedStart Enter(ProcessRequest request, Box box);
}
