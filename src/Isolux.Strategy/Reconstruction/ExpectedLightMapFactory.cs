using System.Collections.Immutable;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Detector.Light;
using Isolux.Detector.Photosensors;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;

namespace Isolux.Strategy.Reconstruction;

/// <summary>Makes the expected light that reconstruction evaluates from the response maps of the simulation.</summary>
public static class ExpectedLightMapFactory
{
    private const int RadialNodes = 222;
    private const int PolarNodes = 129;
    private const int AzimuthalRadialNodes = 21;
    private const int AzimuthalPolarNodes = 91;
    private const int AzimuthalNodes = 24;

    // Delays change so little between rows that every other one is enough.
    private const int DelayRowStep = 2;
    private const int PromptEvents = 400;
    private const double PromptMeV = 2.0;

    /// <summary>The expected light of a detector.</summary>
    /// <param name="detector">The detector; needs light and large PMTs.</param>
    /// <param name="map">Its response maps.</param>
    /// <exception cref="ArgumentException">The detector declares no scintillation.</exception>
    public static ExpectedLightMapPayload Make(DetectorDescription detector, ResponseMap map)
    {
        ArgumentNullException.ThrowIfNull(detector);
        ArgumentNullException.ThrowIfNull(map);
        ScintillationModel scintillation = detector.Scintillation
            ?? throw new ArgumentException($"Detector '{detector.Name}' declares no scintillation (expected light needs it); declare it.", nameof(detector));
        HitPatternNumbers numbers = map.Pattern.Numbers();
        return new ExpectedLightMapPayload(
            Round(scintillation.PhotonsPerMeV * map.Lpmt.Evaluate(Position.Centre), 8),
            Light(map.Lpmt),
            Shares(numbers),
            Delays(detector, scintillation, map, numbers),
            FormattableString.Invariant($"simulation: response map of {detector.Name} ({map.Quality.PhotonCount} photons, light digest {detector.LightDigest[..Math.Min(12, detector.LightDigest.Length)]})"));
    }

    private static HitShares Shares(HitPatternNumbers numbers)
    {
        (double[] radiiMm, double[] profile) = ProfileSmoother.Smooth(numbers);
        return new HitShares([.. radiiMm.Select(radius => Round(radius, 8))], numbers.Columns, Round(profile, 5), Round(numbers.ChannelWeights, 5));
    }

    private static LightSurface Light(LightMap map)
    {
        double centre = map.Evaluate(Position.Centre);
        double outer2 = map.OuterRadiusMm * map.OuterRadiusMm;
        double inner2 = map.AzimuthalInnerRadiusMm * map.AzimuthalInnerRadiusMm;
        bool azimuthal = map.AzimuthalOrder > 0;
        double[] axial = new double[RadialNodes * PolarNodes];
        Parallel.For(0, RadialNodes, radial =>
        {
            double radiusMm = Math.Sqrt(outer2 * radial / (RadialNodes - 1));
            for (int polar = 0; polar < PolarNodes; polar++)
            {
                axial[(radial * PolarNodes) + polar] = map.AzimuthalMean(radiusMm, Math.Cos(Math.PI * polar / (PolarNodes - 1))) / centre;
            }
        });
        double[] around = new double[azimuthal ? AzimuthalRadialNodes * AzimuthalPolarNodes * AzimuthalNodes : 0];
        Parallel.For(0, azimuthal ? AzimuthalRadialNodes : 0, radial =>
        {
            // The outermost node stays a hair inside, where the map is not yet zero.
            double radiusMm = Math.Min(Math.Sqrt(inner2 + ((outer2 - inner2) * radial / (AzimuthalRadialNodes - 1))), map.OuterRadiusMm * (1.0 - 1e-9));
            for (int polar = 0; polar < AzimuthalPolarNodes; polar++)
            {
                double cosTheta = Math.Cos(Math.PI * polar / (AzimuthalPolarNodes - 1));
                double mean = map.AzimuthalMean(radiusMm, cosTheta);
                for (int node = 0; node < AzimuthalNodes; node++)
                {
                    Position point = Position.FromSpherical(radiusMm, cosTheta, 2.0 * Math.PI * node / (AzimuthalNodes * map.AzimuthalOrder));
                    around[(((radial * AzimuthalPolarNodes) + polar) * AzimuthalNodes) + node] = (map.Evaluate(point) - mean) / centre;
                }
            }
        });
        return new LightSurface(
            map.OuterRadiusMm,
            RadialNodes,
            PolarNodes,
            [.. axial.Select(value => Math.Round(value, 6))],
            azimuthal ? Round(map.AzimuthalInnerRadiusMm, 8) : 0.0,
            map.AzimuthalOrder,
            azimuthal ? AzimuthalRadialNodes : 0,
            azimuthal ? AzimuthalPolarNodes : 0,
            azimuthal ? AzimuthalNodes : 0,
            [.. around.Select(value => Math.Round(value, 6))]);
    }

    private static HitDelays Delays(DetectorDescription detector, ScintillationModel scintillation, ResponseMap map, HitPatternNumbers numbers)
    {
        int[] rows = [.. Enumerable.Range(0, numbers.RadiiMm.Length).Where(row => row % DelayRowStep == 0)];
        int stride = numbers.TimeColumns * numbers.Probabilities.Length;
        double[] delaysNs = DelaySmoother.Smooth(numbers);
        PhotosensorType[] types = [.. detector.Photosensors.Select(sensor => sensor.Type).Where(type => type.Kind == SensorKind.Lpmt).Distinct()];
        return new HitDelays(
            numbers.SensorRadiusMm,
            Round(numbers.SlownessNsPerMm, 8),
            [.. rows.Select(row => Round(numbers.RadiiMm[row], 8))],
            numbers.TimeColumns,
            [.. numbers.Probabilities],
            [.. rows.SelectMany(row => delaysNs.Skip(row * stride).Take(stride)).Select(delay => Math.Round(delay, 2))],
            [.. scintillation.TimeComponents.Select(component => component.DecayTimeNs)],
            [.. scintillation.TimeComponents.Select(component => component.Fraction)],
            Math.Round(PromptFraction(detector, scintillation, map), 4),
            [.. types.Select(type => type.Name)],
            [.. types.Select(type => type.TransitTimeSpreadNs)]);
    }

    /// <summary>Share of Cherenkov light in electrons of 2 MeV at the centre; 0 where particles are not simulated.</summary>
    private static double PromptFraction(DetectorDescription detector, ScintillationModel scintillation, ResponseMap map)
    {
        if (detector.Target is null || detector.Electromagnetic is null)
        {
            return 0.0;
        }

        const ulong Seed = 1;
        ShowerSimulator showers = new(detector);
        ShowerBuffer shower = new();
        double cherenkov = 0;
        double all = 0;
        for (uint i = 0; i < PromptEvents; i++)
        {
            showers.Simulate([new Primary(ParticleKind.Electron, PromptMeV, Position.Centre, null, 0.0)], Seed, 0, i, shower);
            foreach (ref readonly EnergyDeposit deposit in shower.Deposits)
            {
                double prompt = deposit.ExpectedCherenkovPhotons * map.CherenkovRatio.Evaluate(deposit.Position.RadiusMm);
                cherenkov += prompt;
                all += prompt + (scintillation.PhotonsPerMeV * deposit.QuenchedMeV);
            }
        }

        return cherenkov / all;
    }

    private static ImmutableArray<double> Round(IEnumerable<double> values, int digits) => [.. values.Select(value => Round(value, digits))];

    /// <summary>A number to so many significant digits.</summary>
    private static double Round(double value, int digits)
    {
        if (value == 0)
        {
            return 0.0;
        }

        int decimals = digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return decimals is >= 0 and <= 15 ? Math.Round(value, decimals) : value;
    }
}
