using System.Collections.Immutable;
using Isolux.Detector.Positioning;
using Isolux.Numerics.Random;
using Isolux.Quantities;

namespace Isolux.Simulation.Positioning;

/// <summary>
/// Spots of lights in the cameras of a campaign: pupils, pointings, focal lengths and distortions are drawn once about what is declared, spots smear, and some cameras take a reflection anywhere in
/// the image for the source. A light outside the image of a camera gives no spot there.
/// </summary>
public sealed class CameraSimulator
{
    // Lenses of one make bend differently by a tenth.
    private const double DistortionSpread = 0.1;
    private const uint FirstExposure = 1;
    private readonly CameraArray _array;
    private readonly CameraTruth _truth;
    private readonly ulong _seed;
    private readonly uint _campaign;
    private readonly Mounted[] _cameras;

    /// <summary>A campaign.</summary>
    /// <param name="array">The declared cameras.</param>
    /// <param name="truth">What differs from them.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <param name="campaign">Number of the campaign.</param>
    public CameraSimulator(CameraArray array, CameraTruth truth, ulong seed, uint campaign)
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentNullException.ThrowIfNull(truth);
        (_array, _truth, _seed, _campaign) = (array, truth, seed, campaign);
        _cameras = [.. array.Cameras.Select((mark, i) => Mount(mark, new RandomSequence(seed, campaign, RandomStream.CameraSpot, 0, (uint)i)))];
    }

    /// <summary>Spots of a light, at most one per camera.</summary>
    /// <param name="light">Where it is.</param>
    /// <param name="fix">Number of the exposure, from 0.</param>
    /// <param name="reflections">Whether reflections can be taken for it; calibration targets are lit one by one and checked.</param>
    public ImmutableArray<SeenSpot> See(Position light, uint fix, SignalOrigin reflections = SignalOrigin.Reflected)
    {
        var seen = ImmutableArray.CreateBuilder<SeenSpot>();
        for (int i = 0; i < _cameras.Length; i++)
        {
            RandomSequence random = new(_seed, _campaign, RandomStream.CameraSpot, fix + FirstExposure, (uint)i);
            double errorPx = _truth.PixelErrorScale * _array.PixelErrorPx;
            (double uPx, double vPx) = _cameras[i].Image(light, _truth.PupilBehindCentreMm);
            (uPx, vPx) = (uPx + (errorPx * random.NextNormal()), vPx + (errorPx * random.NextNormal()));
            bool reflected = random.NextDouble() < (_truth.FalseSpotProbability ?? _array.FalseSpotProbability) && reflections == SignalOrigin.Reflected;
            if (reflected)
            {
                (uPx, vPx) = (_array.HalfImagePx * ((2.0 * random.NextDouble()) - 1.0), _array.HalfImagePx * ((2.0 * random.NextDouble()) - 1.0));
            }

            if (Math.Max(Math.Abs(uPx), Math.Abs(vPx)) < _array.HalfImagePx)
            {
                seen.Add(new SeenSpot(_array.Cameras[i].Name, uPx, vPx, reflected ? SignalOrigin.Reflected : SignalOrigin.Direct));
            }
        }

        return seen.ToImmutable();
    }

    private Mounted Mount(SurveyedMark mark, RandomSequence random)
    {
        Position pupil = mark.Position
            + new Position(_array.SurveyErrorMm * random.NextNormal(), _array.SurveyErrorMm * random.NextNormal(), _array.SurveyErrorMm * random.NextNormal());
        return new Mounted(
            pupil,
            Math.Atan2(-mark.Position.YMm, -mark.Position.XMm) + (_array.PointingErrorRad * random.NextNormal()),
            Math.Atan2(-mark.Position.ZMm, mark.Position.RhoMm) + (_array.PointingErrorRad * random.NextNormal()),
            _array.PointingErrorRad * random.NextNormal(),
            _array.FocalLengthPx * (1.0 + (_array.FocalLengthErrorFraction * random.NextNormal())),
            _array.DistortionK1Ratio * (1.0 + (DistortionSpread * random.NextNormal())),
            _array.DistortionK2Ratio * (1.0 + (DistortionSpread * random.NextNormal())));
    }

    /// <summary>A camera by azimuth and elevation of its view and a roll about it.</summary>
    private sealed record Mounted(Position Pupil, double AzimuthRad, double ElevationRad, double RollRad, double FocalLengthPx, double K1, double K2)
    {
        // Radius of a dome window and refractive index of the scintillator behind it against the air before it: for pupils that miss the centre of their window.
        private const double DomeRadiusMm = 100.0;
        private const double IndexRatio = 1.49;

        public (double UPx, double VPx) Image(Position light, double behindMm)
        {
            Position way = light - Pupil;
            double azimuth = Math.Atan2(way.YMm, way.XMm) - AzimuthRad;
            double elevation = Math.Atan2(way.ZMm, way.RhoMm);
            double ahead = (Math.Cos(elevation) * Math.Cos(azimuth) * Math.Cos(ElevationRad)) + (Math.Sin(elevation) * Math.Sin(ElevationRad));
            double right = -Math.Cos(elevation) * Math.Sin(azimuth);
            double above = (Math.Sin(elevation) * Math.Cos(ElevationRad)) - (Math.Cos(elevation) * Math.Cos(azimuth) * Math.Sin(ElevationRad));
            if (ahead <= 0)
            {
                return (double.PositiveInfinity, double.PositiveInfinity);
            }

            double sine = Math.Sqrt((right * right) + (above * above));
            double tangent = sine / ahead;
            double bent = Math.Tan(Math.Atan(tangent) + Refraction(sine, behindMm));
            double radiusPx = FocalLengthPx * (bent + (K1 * bent * bent * bent) + (K2 * bent * bent * bent * bent * bent));
            (double cosine, double sineOfTurn) = sine > 0 ? (right / sine, -above / sine) : (1.0, 0.0);
            return (
                radiusPx * ((cosine * Math.Cos(RollRad)) + (sineOfTurn * Math.Sin(RollRad))),
                radiusPx * ((sineOfTurn * Math.Cos(RollRad)) - (cosine * Math.Sin(RollRad))));
        }

        // A pupil behind the centre sees a far light through a slanted dome: to first order the ray turns by (n - 1) times the angle of incidence d sin(theta)/R.
        private static double Refraction(double sine, double behindMm) => (IndexRatio - 1.0) * behindMm * sine / DomeRadiusMm;
    }
}
