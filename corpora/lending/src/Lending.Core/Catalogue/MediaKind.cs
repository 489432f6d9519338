namespace Lending.Catalogue
{
    public enum MediaKind
    {
        Book,
        Periodical,
        AudioDisc,
        Film,
        Equipment
    }
}
