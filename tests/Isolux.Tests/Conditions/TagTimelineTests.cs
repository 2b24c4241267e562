using CsCheck;
using Isolux.Conditions;
using Xunit;

namespace Isolux.Tests.Conditions;

public sealed class TagTimelineTests
{
    private static readonly ChangeNote Note = new("tester", "test", DateTimeOffset.UnixEpoch);

    [Fact]
    public void An_open_interval_ends_where_the_next_begins()
    {
        TagTimeline timeline = Empty().Add(Interval(0, null, 'a')).Timeline.Add(Interval(10, null, 'b')).Timeline;
        Assert.Equal(["[0, 10)", "[10, open)"], timeline.Intervals.Select(i => i.Iov.ToString()));
        Assert.Equal(Id('a'), timeline.At(new RunNumber(9))?.Payload);
        Assert.Equal(Id('b'), timeline.At(new RunNumber(10))?.Payload);
    }

    [Fact]
    public void Identical_content_opens_no_interval()
    {
        TagTimeline timeline = Empty().Add(Interval(0, null, 'a')).Timeline;
        (TagTimeline after, PublicationOutcome outcome) = timeline.Add(Interval(10, null, 'a'));
        Assert.Equal(PublicationOutcome.AlreadyValid, outcome);
        Assert.Same(timeline, after);
    }

    [Fact]
    public void Overlap_is_refused()
    {
        TagTimeline timeline = Empty().Add(Interval(5, 10, 'a')).Timeline;
        Assert.Throws<ConditionsException>(() => timeline.Add(Interval(9, 12, 'b')));
        Assert.Throws<ConditionsException>(() => timeline.Add(Interval(0, null, 'b')));
        Assert.Throws<ConditionsException>(() => timeline.Add(Interval(5, 10, 'b')));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Iov(new RunNumber(3), new RunNumber(3)));
    }

    [Fact]
    public void Look_up_equals_brute_force_and_intervals_never_overlap()
    {
        // Property over random publication sequences; the oracle is one array cell per run that only an accepted publication may fill;
        // one that begins inside another interval must have ended an open one.
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 12], Gen.Char['a', 'd']).Array[1, 12].Sample(
            publications =>
            {
                TagTimeline timeline = Empty();
                PayloadId?[] oracle = new PayloadId?[60];
                foreach ((int first, int length, char content) in publications)
                {
                    TagInterval added = Interval(first, length == 0 ? null : first + length, content);
                    try
                    {
                        (timeline, PublicationOutcome outcome) = timeline.Add(added);
                        if (outcome == PublicationOutcome.Opened && oracle[first] is not null)
                        {
                            Array.Clear(oracle, first, oracle.Length - first);
                        }

                        for (int run = first; outcome == PublicationOutcome.Opened && run < oracle.Length && added.Iov.Contains(new RunNumber(run)); run++)
                        {
                            oracle[run] = added.Payload;
                        }
                    }
                    catch (ConditionsException)
                    {
                        continue;
                    }
                }

                return Enumerable.Range(0, oracle.Length).All(run => timeline.At(new RunNumber(run))?.Payload == oracle[run]);
            },
            seed: "0000KfPoQ0c5",
            iter: 2000,
            threads: 1);
    }

    private static TagTimeline Empty() => new(new PayloadTag("map"), "nonUniformityMap", []);

    private static PayloadId Id(char digit) => new(new string(digit, 64));

    private static TagInterval Interval(int first, int? next, char content) => new(
        new Iov(new RunNumber(first), next is { } end ? new RunNumber(end) : null), Id(content), PublicationVerdict.Accepted, null, Note);
}
