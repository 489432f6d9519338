using System.Collections.Concurrent;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>
/// What boxes are made of besides this machine's own folders: a few files of <c>/etc</c> that name nobody, and copies of what the box's user could
/// not get to, such as a program in root's home. Its name says nothing.
/// </summary>
internal sealed class Stage
{
    private readonly ConcurrentDictionary<string, Lazy<string>> copies = new(StringComparer.Ordinal);
    private readonly string folder;

    /// <summary>A stage in a folder of our own, which must outlive every box.</summary>
    public Stage(string folder)
    {
        this.folder = Directory.CreateDirectory(folder).FullName;
        Settings = Directory.CreateDirectory(Path.Combine(folder, "e")).FullName;
        Write("passwd", "root:x:0:0::/root:/usr/sbin/nologin\ndev:x:1000:1000:dev:/home/dev:/bin/sh\nnobody:x:65534:65534::/nonexistent:/usr/sbin/nologin\n");
        Write("group", "root:x:0:\ndev:x:1000:\nnogroup:x:65534:\n");
        Write("hosts", "127.0.0.1 localhost sandbox\n::1 localhost sandbox\n");
        Write("nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n");
        Write("hostname", "sandbox\n");
        Relay = Directory.CreateDirectory(Path.Combine(folder, "r")).FullName;
        Unpack("relay.dll");
        Unpack("relay.runtimeconfig.json");
    }

    /// <summary>A folder of files that stand in the box's <c>/etc</c>.</summary>
    public string Settings { get; }

    /// <summary>A folder with the program that joins a box's loopback to the proxy.</summary>
    public string Relay { get; }

    /// <summary>A path in the stage.</summary>
    public string Sub(string name) => Path.Combine(folder, name);

    /// <summary>A path with the same content that the box's user gets to.</summary>
    public string Reachable(string path) =>
        !SpareUser.IsNeeded || SpareUser.CanReach(path) ? path : copies.GetOrAdd(path, _ => new(() => Copy(path))).Value;

    private string Copy(string path)
    {
        var place = Path.Combine(folder, $"c{copies.Count}", Path.GetFileName(path));
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        LinkedCopy.Make(path, place);
        return place;
    }

    /// <summary>The relay is carried in this assembly, since nothing of ours beside it may be seen in a box.</summary>
    private void Unpack(string name)
    {
        using var packed = typeof(Stage).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} was not built in.");
        using var file = File.Create(Path.Combine(Relay, name));
        packed.CopyTo(file);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(Settings, name), text);
}
