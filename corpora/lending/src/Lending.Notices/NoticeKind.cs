namespace Lending.Notices
{
    public enum NoticeKind
    {
        /// <summary>Three days before a loan is due.</summary>
        Reminder,

        /// <summary>One day late.</summary>
        FirstOverdue,

        /// <summary>Seven days late.</summary>
        SecondOverdue,

        /// <summary>Twenty-one days late; names what a loss costs.</summary>
        FinalOverdue
    }
}
