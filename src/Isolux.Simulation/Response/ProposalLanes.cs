namespace Isolux.Simulation.Response;

/// <summary>Sixteen proposals for channels, in lanes, and the room that <see cref="ChannelFamily.Propose"/> needs to look things up lane by lane.</summary>
internal readonly ref struct ProposalLanes(Span<uint> words, Span<int> integers, Span<float> floats)
{
    public const int Count = 16;
    public const int WordRoom = 5 * Count;
    public const int IntegerRoom = 3 * Count;
    public const int FloatRoom = 6 * Count;

    /// <summary>Four random words of every lane, in four spans, and looked-up words in a fifth.</summary>
    private readonly Span<uint> _words = words;

    public Span<int> Cells { get; } = integers[..Count];

    public Span<int> Channels { get; } = integers.Slice(Count, Count);

    public Span<int> Pixels { get; } = integers.Slice(2 * Count, Count);

    public Span<float> HalfChords { get; } = floats[..Count];

    public Span<float> KeepProbabilities { get; } = floats.Slice(Count, Count);

    public Span<float> Uniforms { get; } = floats.Slice(2 * Count, Count);

    public Span<float> First { get; } = floats.Slice(3 * Count, Count);

    public Span<float> Second { get; } = floats.Slice(4 * Count, Count);

    public Span<float> Third { get; } = floats.Slice(5 * Count, Count);

    public Span<uint> Columns => _words.Slice(4 * Count, Count);

    public Span<uint> Words(int word) => _words.Slice(word * Count, Count);
}
