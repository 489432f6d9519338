namespace Lending.Storage
{
    /// <summary>Text that is not CSV.</summary>
    public sealed class CsvFormatException : LendingException
    {
        public CsvFormatException(int line, string problem)
            : base("Line " + line + ": " + problem)
        {
            Line = line;
        }

        /// <summary>Where the record begins, counted from 1.</summary>
        public int Line { get; private set; }
    }
}
