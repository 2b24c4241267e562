using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Isolux.Detector;
using Isolux.Numerics.Interpolation;

namespace Isolux.Simulation.Response;

/// <summary>Bytes of a response map for a cache, and the digest it is kept under. Little-endian; the layout is private to this version of the code.</summary>
public static class ResponseMapCodec
{
    private const int Magic = 0x50414D49;

    /// <summary>SHA-256 (lower-case hex) of everything a map depends on: the light transport of the detector, settings and code version.</summary>
    public static string Digest(DetectorDescription detector, ResponseMapSettings settings)
    {
        string identity = FormattableString.Invariant($"response-map {ResponseMapSettings.CodeVersion} {detector.LightDigest} {settings.PhotonCount} {settings.Seed}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)));
    }

    /// <summary>The bytes of a map.</summary>
    public static byte[] Encode(ResponseMap map)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        writer.Write(Magic);
        writer.Write(ResponseMapSettings.CodeVersion);
        Write(writer, map.Lpmt);
        Write(writer, map.Spmt);
        Write(writer, map.CherenkovRatio.Abscissae);
        Write(writer, map.CherenkovRatio.Ordinates);
        Write(writer, map.Pattern.Tables.Angular);
        Write(writer, map.Pattern.Tables.ChannelWeights);
        Write(writer, map.Pattern.Tables.DelayQuantilesNs);
        writer.Write(map.Pattern.Tables.Shade.NarrowFraction);
        writer.Write(map.Pattern.Tables.Shade.WideFraction);
        writer.Write(map.Quality.PhotonCount);
        writer.Write(map.Quality.FiducialNoiseFraction);
        writer.Write(map.Quality.CentreNoiseFraction);
        writer.Write(map.Quality.Chi2PerNdf);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The map of some bytes written by this version for this detector; null where they are not such bytes.</summary>
    public static ResponseMap? TryDecode(byte[] content, DetectorDescription detector)
    {
        using BinaryReader reader = new(new MemoryStream(content));
        try
        {
            if (reader.ReadInt32() != Magic || reader.ReadInt32() != ResponseMapSettings.CodeVersion)
            {
                return null;
            }

            LightMap lpmt = ReadMap(reader);
            LightMap spmt = ReadMap(reader);
            SampledCurve ratio = new(ReadDoubles(reader), ReadDoubles(reader));
            HitTables tables = new(ReadFloats(reader), ReadFloats(reader), ReadFloats(reader), new ShadeStrength(reader.ReadSingle(), reader.ReadSingle()));
            HitPattern pattern = new(detector, lpmt.OuterRadiusMm, tables);
            ResponseMapQuality quality = new(reader.ReadInt64(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            return new ResponseMap(lpmt, spmt, ratio, pattern, quality);
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static void Write(BinaryWriter writer, LightMap map)
    {
        writer.Write(map.Grid.OuterRadiusMm);
        writer.Write(map.Grid.AzimuthalInnerRadiusMm);
        writer.Write(map.Grid.AzimuthalOrder);
        Write(writer, map.AxialTable);
        Write(writer, map.AzimuthalTable);
    }

    private static void Write(BinaryWriter writer, IReadOnlyCollection<float> values)
    {
        writer.Write(values.Count);
        foreach (float value in values)
        {
            writer.Write(value);
        }
    }

    private static void Write(BinaryWriter writer, ImmutableArray<double> values)
    {
        writer.Write(values.Length);
        foreach (double value in values)
        {
            writer.Write(value);
        }
    }

    private static LightMap ReadMap(BinaryReader reader)
    {
        LightMapGrid grid = new(reader.ReadDouble(), reader.ReadDouble(), reader.ReadInt32());
        return new LightMap(grid, ReadFloats(reader), ReadFloats(reader));
    }

    private static float[] ReadFloats(BinaryReader reader)
    {
        float[] values = new float[ReadLength(reader, sizeof(float))];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = reader.ReadSingle();
        }

        return values;
    }

    private static double[] ReadDoubles(BinaryReader reader)
    {
        double[] values = new double[ReadLength(reader, sizeof(double))];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = reader.ReadDouble();
        }

        return values;
    }

    // Checked before memory is taken for a table that the bytes cannot hold.
    private static int ReadLength(BinaryReader reader, int elementSize)
    {
        int length = reader.ReadInt32();
        long left = reader.BaseStream.Length - reader.BaseStream.Position;
        return length >= 0 && length <= left / elementSize ? length : throw new EndOfStreamException();
    }
}
