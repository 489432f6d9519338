namespace Lending.Storage
{
    /// <summary>A row that was left out, and why.</summary>
    public sealed class BadRow
    {
        internal BadRow(int line, string problem)
        {
            Line = line;
            Problem = problem;
        }

        public int Line { get; private set; }

        public string Problem { get; private set; }
    }
}
