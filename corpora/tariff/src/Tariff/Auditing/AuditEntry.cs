namespace Tariff;

public enum AuditKind
{
    BillCalculated,
    BillFailed,
    BillAdjusted,
    BillExported,
    PlanLookupFailed,
    CreditGranted,
    CreditReserved,
    CreditRefused,
    CreditCommitted,
    CreditReleased,
    CreditExpired,
    ConflictDetected,
    ImportFinished,
    ImportFailed,
    RowQuarantined,
    SubmissionSucceeded,
    SubmissionRetried,
    SubmissionFailed,
    AccessDenied,
    TokenRejected,
    BillRunFinished,
}

/// <summary>One fact that must not be forgotten.</summary>
public sealed record AuditEntry(long Sequence, DateTimeOffset At, AuditKind Kind, string Actor, string Detail);
