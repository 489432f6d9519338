using BugSeeder.Model;
using YamlDotNet.RepresentationModel;

namespace BugSeeder.Mutators.FromPacks;

/// <summary>A node of a pack's YAML that knows where it stands.</summary>
internal sealed class PackNode(YamlNode node, string file)
{
    /// <summary>The line, from 1.</summary>
    public long Line => node.Start.Line;

    private YamlMappingNode Mapping => node as YamlMappingNode ?? throw Error("Keys with values are expected here.");

    public UserError Error(string problem) => At(node.Start.Line, node.Start.Column, problem);

    public void AllowOnly(params string[] keys)
    {
        foreach (var key in Mapping.Children.Keys.OfType<YamlScalarNode>().Where(key => !keys.Contains(key.Value, StringComparer.Ordinal)))
            throw new PackNode(key, file).Error($"There is no key '{key.Value}' here. There are: {string.Join(", ", keys)}.");
    }

    public PackNode? Find(string key) => Mapping.Children.TryGetValue(new YamlScalarNode(key), out var value) ? new(value, file) : null;

    public PackNode Key(string key) => Find(key) ?? throw Error($"The key '{key}' is missing.");

    public string Text(string key) => Key(key).AsText();

    /// <summary>A text that says something.</summary>
    public string Words(string key) => Text(key) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw Key(key).Error($"'{key}' is empty.");

    /// <summary>The items of a list that must have some.</summary>
    public IReadOnlyList<PackNode> Some(string key) => Key(key).List().ToList() is { Count: > 0 } items ? items : throw Key(key).Error($"'{key}' has at least one item.");

    public IEnumerable<PackNode> Items(string key) => Find(key) is { } list ? list.List() : [];

    public IReadOnlyList<string> Texts(string key) => [.. Items(key).Select(item => item.AsText())];

    public string AsText() => node is YamlScalarNode { Value: { } text } ? text.TrimEnd('\n') : throw Error("A text is expected here.");

    public bool AsBool() => AsText() switch { "true" => true, "false" => false, _ => throw Error("true or false is expected here.") };

    /// <summary>A name of small words, which ids are made of.</summary>
    public string AsName() => AsText() is var text && text.Split('-').All(word => word.Length > 0 && word.All(char.IsAsciiLetterLower))
        ? text
        : throw Error($"'{text}' is no name: small letters, with a hyphen between words, as in now-for-today.");

    public T AsEnum<T>()
        where T : struct, Enum =>
        Enum.GetNames<T>().Contains(AsText(), StringComparer.Ordinal) ? Enum.Parse<T>(AsText()) : throw Error($"'{AsText()}' is none of: {string.Join(", ", Enum.GetNames<T>())}.");

    public Pattern AsPattern(IReadOnlyDictionary<string, Hole>? known) => Placed(text => Pattern.Parse(text, known));

    /// <summary>Reads something from the text, and turns a place in the text into a place in the file.</summary>
    public T Placed<T>(Func<string, T> read)
    {
        var text = AsText();
        try
        {
            return read(text);
        }
        catch (PatternError error)
        {
            var before = text[..Math.Min(error.Position, text.Length)];
            var lines = before.Count(letter => letter == '\n');
            var isBlock = node is YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Literal or YamlDotNet.Core.ScalarStyle.Folded };
            var quote = node is YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.SingleQuoted or YamlDotNet.Core.ScalarStyle.DoubleQuoted } ? 1 : 0;
            // A block's text starts on the line below its mark; its indentation is that of the key and is not known here.
            throw isBlock
                ? At(node.Start.Line + 1 + lines, before.Length - (before.LastIndexOf('\n') + 1) + 1, error.Message)
                : At(node.Start.Line + lines, node.Start.Column + quote + before.Length, error.Message);
        }
    }

    private IEnumerable<PackNode> List() => node is YamlSequenceNode list ? list.Children.Select(item => new PackNode(item, file)) : throw Error("A list is expected here.");

    private UserError At(long line, long column, string problem) => new($"{file}, line {line}, column {column}: {problem}", PackReader.Remedy);
}
