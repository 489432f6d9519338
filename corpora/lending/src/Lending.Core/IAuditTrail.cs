namespace Lending
{
    /// <summary>Where the desk writes down what it did. Entries hold card numbers and barcodes, never names.</summary>
    public interface IAuditTrail
    {
        void Write(string action, string card, string barcode);
    }
}
