using System.Text;
using BugSeeder.Model;

namespace BugSeeder.Execution.Assistants;

/// <summary>
/// Splits a command line that the configuration gives as one string. No shell is involved: there are words, quotes and backslashes,
/// and no variables, wildcards, pipes or redirections.
/// <list type="bullet">
/// <item>White space separates words.</item>
/// <item>Between single quotes every character stands for itself.</item>
/// <item>Between double quotes so does every character but the backslash, which takes the meaning from a following <c>"</c> or <c>\</c>.</item>
/// <item>Outside quotes a backslash takes the meaning from the character that follows: white space, a quote or a backslash.
/// Before any other character it stands for itself, so that <c>C:\tools\x.exe</c> needs no quotes.</item>
/// <item>Quoted and unquoted parts that touch are one word, and <c>''</c> is an empty word.</item>
/// </list>
/// </summary>
public static class CommandWords
{
    /// <summary>The words of a command line.</summary>
    /// <exception cref="UserError">A quote is not closed.</exception>
    public static IReadOnlyList<string> Split(string commandLine)
    {
        var words = new List<string>();
        StringBuilder? word = null;
        char? quote = null;
        for (var i = 0; i < commandLine.Length; i++)
        {
            var c = commandLine[i];
            var next = i + 1 < commandLine.Length ? commandLine[i + 1] : '\0';
            if (c == '\\' && IsEscapable(next, quote))
            {
                (word ??= new()).Append(next);
                i++;
            }
            else if (c == quote)
            {
                quote = null;
            }
            else if (quote is null && c is '\'' or '"')
            {
                quote = c;
                word ??= new();
            }
            else if (quote is null && char.IsWhiteSpace(c))
            {
                Finish(words, ref word);
            }
            else
            {
                (word ??= new()).Append(c);
            }
        }

        if (quote is not null)
            throw new UserError($"The command line {commandLine} has an opening {quote} without its closing one.", "Close the quote, or give the command as a list.");
        Finish(words, ref word);
        return words;
    }

    private static bool IsEscapable(char next, char? quote) => quote switch
    {
        null => next is '\'' or '"' or '\\' || char.IsWhiteSpace(next),
        '"' => next is '"' or '\\',
        _ => false,
    };

    private static void Finish(List<string> words, ref StringBuilder? word)
    {
        if (word is not null)
            words.Add(word.ToString());
        word = null;
    }
}
