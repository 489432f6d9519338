using System.Text.RegularExpressions;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Reading;

/// <summary>
/// Classes a failed request. What the message says goes before its status, because providers give one status to different things:
/// a wrong key may be 400, an empty account 429, and a prompt that is too long 400, 413 or 429.
/// </summary>
internal static partial class TroubleKind
{
    /// <summary>The outcome of a trial that ended with it.</summary>
    public static TrialOutcome Of(Trouble trouble)
    {
        var said = $"{trouble.Code} {trouble.Message}";
        var status = trouble.Status ?? StatusIn(trouble.Message);
        return status switch
        {
            _ when Overflow().IsMatch(said) => TrialOutcome.ContextOverflow,
            _ when Account().IsMatch(said) => TrialOutcome.Unauthenticated,
            _ when Policy().IsMatch(said) => TrialOutcome.Refused,
            413 => TrialOutcome.ContextOverflow,
            401 or 402 or 403 or 404 => TrialOutcome.Unauthenticated,
            429 => TrialOutcome.RateLimited,
            _ when Limit().IsMatch(said) => TrialOutcome.RateLimited,
            _ when trouble.Code == "max_output_tokens" => TrialOutcome.Crashed,
            // Server errors, time-outs, broken connections, and requests that the provider does not understand.
            _ => TrialOutcome.InfrastructureFault,
        };
    }

    /// <summary>The HTTP status that a message names, such as <c>unexpected status 401 Unauthorized</c>.</summary>
    public static long? StatusIn(string? message) =>
        message is not null && Status().Match(message) is { Success: true } match ? long.Parse(match.Groups["status"].Value) : null;

    [GeneratedRegex(@"prompt[ _](is[ _])?too[ _]long|context[ _](length|window)[ _a-z]*exceed|exceed\w*[^.]{0,40} context|maximum context|context_?overflow|context limit|input (token count|is too long)|too many (input )?tokens(?!,? (please|per))|rejected the prompt as too long|reduce the length of the (messages|prompt)|request_too_large|model_max_prompt_tokens_exceeded", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Overflow();

    [GeneratedRegex(@"authentication|unauthenticated|unauthorized|invalid[ _](x-)?api[ _-]?key|api[ _]key (not valid|is invalid|expired)|API_KEY_INVALID|incorrect api key|permission_denied|permission_error|oauth_org_not_allowed|not logged in|/login\b|no authentication information|set an auth method|missing environment variable|insufficient_quota|credit balance|billing|payment required|model_?not_?found|not_found_error|model .{1,60}(does not exist|not found)|access denied by provider|token (has )?expired", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Account();

    [GeneratedRegex(@"content[ _]?(policy|filter|management)|invalid_prompt|prohibited_content|blocked by safety|usage policy|cyber_policy", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Policy();

    [GeneratedRegex(@"rate[ _-]?limit|too many requests|resource[ _]?exhausted|slow down|usage[ _]limit|hit your limit|quota|wait and try again later", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Limit();

    [GeneratedRegex(@"(\bstatus(Code)?""?( code)?[:= ]{1,3}|\bHTTP[ /_]|""code"": ?|\bcode: |API Error:? )(?<status>[1-5]\d\d)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Status();
}
