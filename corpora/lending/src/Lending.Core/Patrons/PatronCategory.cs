namespace Lending.Patrons
{
    public enum PatronCategory
    {
        Child,
        Adult,
        Senior,
        Student,
        Staff
    }
}
