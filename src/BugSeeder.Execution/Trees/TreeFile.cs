using System.Text;
using BugSeeder.Model.Text;

namespace BugSeeder.Execution.Trees;

/// <summary>One file of a tree: its bytes, whether it may be executed, and where it points if it is a link.</summary>
public sealed class TreeFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly Lazy<string> hash;
    private readonly Lazy<string?> text;

    /// <summary>A file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="isExecutable">Whether it may be executed.</param>
    /// <param name="linkTarget">Where it points, relative to its own folder, if it is a symbolic link.</param>
    public TreeFile(byte[] content, bool isExecutable = false, string? linkTarget = null)
    {
        Content = content;
        IsExecutable = isExecutable;
        LinkTarget = linkTarget;
        hash = new(() => StableHash.Of(StableHash.Of(content), isExecutable ? "x" : "-", linkTarget ?? ""));
        text = new(Decode);
    }

    /// <summary>Its bytes.</summary>
    public byte[] Content { get; }

    /// <summary>Whether it may be executed.</summary>
    public bool IsExecutable { get; }

    /// <summary>Where it points, if it is a symbolic link.</summary>
    public string? LinkTarget { get; }

    /// <summary>SHA-256 over all of the above.</summary>
    public string Hash => hash.Value;

    /// <summary>Its text without a byte order mark; <see langword="null"/> when it is not text that can be written back byte for byte.</summary>
    public string? Text => text.Value;

    private (Encoding Encoding, int MarkLength) Form => Content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (StrictUtf8, 3),
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        _ => (StrictUtf8, 0),
    };

    /// <summary>A new file in UTF-8 without a byte order mark.</summary>
    public static TreeFile OfText(string text) => new(StrictUtf8.GetBytes(text));

    /// <summary>The same file with other text, in its own encoding and with its own byte order mark.</summary>
    public TreeFile WithText(string newText)
    {
        var (encoding, mark) = Form;
        return new([.. Content.AsSpan(0, mark), .. encoding.GetBytes(newText)], IsExecutable);
    }

    private string? Decode()
    {
        var (encoding, mark) = Form;
        try
        {
            var decoded = encoding.GetString(Content, mark, Content.Length - mark);
            return LinkTarget is null && !decoded.Contains('\0', StringComparison.Ordinal) ? decoded : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
