using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Code;

/// <summary>
/// What names say about their purpose, where no type does. A library's own audit trail, cache or permission check has no interface that all of
/// them share, but its name says what it is.
/// </summary>
internal static class Wording
{
    private static readonly string[] Notes = ["Log", "Audit", "Record", "Track", "Trace"];
    private static readonly string[] Trails = ["Audit", "Logger", "Log", "Journal", "Trail", "Telemetry", "Metrics"];
    private static readonly string[] Demands = ["Ensure", "Require", "Demand", "Assert", "Check", "Verify", "Authorize", "Authorise"];
    private static readonly string[] Rights = ["Can", "May", "Access", "Permission", "Permissions", "Role", "Allowed", "Owner", "Owns", "Authorized", "Authorised", "Granted"];
    private static readonly string[] Secrets = ["Hash", "Token", "Secret", "Signature", "Password", "Mac", "Hmac", "Digest", "Otp"];
    private static readonly string[] Announcements = ["Publish", "Notify", "Raise", "Announce", "Emit"];
    private static readonly string[] Memories = ["Cache", "Cached", "Memo", "Known", "Remembered"];

    /// <summary>Whether a call writes down what happened: by the method's name, or the type's that has it.</summary>
    public static bool IsNote(InvocationExpressionSyntax call, SemanticModel model) =>
        Invoked.Name(call) is { } name
        && (Starts(name.ValueText, Notes)
            || (Starts(name.ValueText, ["Append", "Add", "Write"]) && Invoked.Method(call, model)?.ContainingType is { } type && Has(type.Name, Trails)));

    /// <summary>Whether a method refuses who has no right to something.</summary>
    public static bool DemandsARight(string method) => Starts(method, ["Authorize", "Authorise"]) || (Starts(method, Demands) && Has(method, Rights));

    /// <summary>Whether a method or property answers who has a right to something.</summary>
    public static bool AnswersARight(string member) =>
        Starts(member, ["Can", "May", "Owns", "HasPermission", "HasAccess", "HasRole", "IsAllowed", "IsAuthorized", "IsAuthorised", "IsInRole", "IsOwner"]);

    /// <summary>Whether a name is that of something secret.</summary>
    public static bool IsSecret(string name) => Has(name, Secrets);

    /// <summary>Whether a method tells others that something happened.</summary>
    public static bool Announces(string method) => Starts(method, Announcements) || (Starts(method, ["On"]) && method.Length > 2 && char.IsUpper(method[2]));

    /// <summary>Whether a name is that of something that saves doing work again.</summary>
    public static bool IsMemory(string name) => Has(name, Memories);

    /// <summary>Whether one of the words stands in a name of several: <c>Log</c> in <c>AuditLog</c>, not in <c>Catalogue</c>.</summary>
    public static bool Has(string name, IEnumerable<string> words) => words.Any(word => Words(name).Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>The words of a name: <c>IsAuthorized</c> is Is and Authorized.</summary>
    public static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && !char.IsUpper(name[i]) && name[i] != '_')
                continue;
            var word = name[start..i].Trim('_');
            if (word.Length > 0)
                yield return word;
            start = i;
        }
    }

    private static bool Starts(string name, IEnumerable<string> words) =>
        words.Any(word => name.StartsWith(word, StringComparison.Ordinal) && (name.Length == word.Length || char.IsUpper(name[word.Length])));
}
