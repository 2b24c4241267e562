using Isolux.Storage.Cache;
using Xunit;

namespace Isolux.Tests.Cli;

public sealed class FolderMapStoreTests : IDisposable
{
    private static readonly string Digest = new('7', 64);
    private static readonly byte[] Map = [1, 2, 3, 250];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("isolux-maps-");
    private readonly List<string> _messages = [];

    private FolderMapStore Store => new(_folder.FullName, _messages.Add);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void An_entry_comes_back_as_written()
    {
        Assert.Null(Store.TryRead(Digest));
        Store.Write(Digest, Map);
        Assert.Equal(Map, Store.TryRead(Digest));
        Assert.Empty(_messages);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(-1)]
    public void A_damaged_entry_counts_as_absent_is_reported_and_can_be_written_again(int damagedByte)
    {
        Store.Write(Digest, Map);
        string file = Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories).Single();
        byte[] content = File.ReadAllBytes(file);
        content[damagedByte < 0 ? ^1 : damagedByte] ^= 1;
        File.WriteAllBytes(file, content);
        Assert.Null(Store.TryRead(Digest));
        Assert.Contains("damaged", Assert.Single(_messages), StringComparison.Ordinal);
        Store.Write(Digest, Map);
        Assert.Equal(Map, Store.TryRead(Digest));
    }

    [Fact]
    public void An_entry_cut_short_counts_as_absent()
    {
        Store.Write(Digest, Map);
        string file = Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories).Single();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..20]);
        Assert.Null(Store.TryRead(Digest));
    }
}
