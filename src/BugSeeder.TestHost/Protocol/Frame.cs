using System.Buffers.Binary;
using System.Text;

namespace BugSeeder.TestHost.Protocol;

/// <summary>One message on the wire: its length in bytes (32 bits, little endian), then its content.</summary>
public static class Frame
{
    /// <summary>The version of the protocol. Both sides come from one build; a worker of another version is refused.</summary>
    public const int Version = 4;

    /// <summary>No honest message is larger, in bytes; a longer one means that somebody else wrote to the socket.</summary>
    public const int LargestContent = 512 * 1024 * 1024;

    /// <summary>Writes a message in one piece.</summary>
    public static void Write(Stream stream, Action<BinaryWriter> content)
    {
        using var buffer = new MemoryStream();
        buffer.Write(new byte[sizeof(int)]);
        using (var writer = new BinaryWriter(buffer, Encoding.UTF8, leaveOpen: true))
            content(writer);
        var bytes = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length - sizeof(int));
        stream.Write(bytes);
        stream.Flush();
    }

    /// <summary>Reads a message; <see langword="null"/> when the other side is gone.</summary>
    /// <exception cref="InvalidDataException">What is there is no message.</exception>
    public static byte[]? Read(Stream stream)
    {
        var prefix = new byte[sizeof(int)];
        if (stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false) < prefix.Length)
            return null;
        var content = new byte[LengthOf(prefix)];
        return stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) < content.Length ? null : content;
    }

    /// <summary>Reads a message; <see langword="null"/> when the other side is gone.</summary>
    /// <exception cref="InvalidDataException">What is there is no message.</exception>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var prefix = new byte[sizeof(int)];
        if (await stream.ReadAtLeastAsync(prefix, prefix.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < prefix.Length)
            return null;
        var content = new byte[LengthOf(prefix)];
        return await stream.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < content.Length ? null : content;
    }

    internal static void WriteList<T>(this BinaryWriter writer, IReadOnlyCollection<T> items, Action<T> write)
    {
        writer.Write(items.Count);
        foreach (var item in items)
            write(item);
    }

    internal static T[] ReadList<T>(this BinaryReader reader, Func<T> read)
    {
        var items = new T[reader.ReadInt32()];
        for (var index = 0; index < items.Length; index++)
            items[index] = read();
        return items;
    }

    internal static void WriteBytes(this BinaryWriter writer, byte[] bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    internal static byte[] ReadByteArray(this BinaryReader reader) => reader.ReadBytes(reader.ReadInt32());

    internal static BinaryReader Reader(byte[] content) => new(new MemoryStream(content), Encoding.UTF8);

    private static int LengthOf(byte[] prefix)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(prefix);
        return length is >= 0 and <= LargestContent ? length : throw new InvalidDataException($"A message of {length} bytes is none of ours.");
    }
}
