using System.Numerics;

namespace Isolux.Storage.Events;

/// <summary>Finds values that no hit can have.</summary>
internal static class HitCheck
{
    /// <summary>Index of the first value outside [0, <paramref name="count"/>); -1 where there is none.</summary>
    public static int FirstOutside(ReadOnlySpan<int> values, int count)
    {
        var limit = new Vector<uint>((uint)count);
        int i = 0;
        for (; i <= values.Length - Vector<int>.Count; i += Vector<int>.Count)
        {
            if (Vector.GreaterThanOrEqualAny(Vector.AsVectorUInt32(new Vector<int>(values[i..])), limit))
            {
                break;
            }
        }

        for (; i < values.Length; i++)
        {
            if ((uint)values[i] >= (uint)count)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Index of the first value that is NaN or infinite; -1 where there is none.</summary>
    public static int FirstNotFinite(ReadOnlySpan<float> values)
    {
        // NaN compares false with everything.
        var limit = new Vector<float>(float.MaxValue);
        int i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            if (!Vector.LessThanOrEqualAll(Vector.Abs(new Vector<float>(values[i..])), limit))
            {
                break;
            }
        }

        for (; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
