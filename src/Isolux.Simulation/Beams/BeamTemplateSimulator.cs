using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Materials;
using Isolux.Detector.Photosensors;
using Isolux.Detector.Transparency;
using Isolux.Events.Beams;
using Isolux.Quantities;
using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Beams;

/// <summary>
/// Makes the expected light of a beam by one micro simulation: detection is scored, and the path of every photon in the scintillator tells its weight in any other scintillator (<see cref="PhotonPaths"/>), so one
/// sample serves all absorption and Rayleigh lengths. Groups are rings about the spot where unscattered light ends; the first holds the whole spot.
/// </summary>
/// <param name="detector">The detector; it declares beams and photosensors.</param>
/// <param name="settings">Seed, run and threads.</param>
public sealed class BeamTemplateSimulator(DetectorDescription detector, BeamSimulationSettings settings)
{
    private const double GroupWidthDegrees = 6.0;
    private const int Groups = 29;

    // Six standard deviations of a divergence of one degree: neither it nor the direction of the beam need be known.
    private const double SpotDegrees = 12.0;

    // Sums of integers do not depend on the order of threads.
    private const double ProbabilityUnit = 1.0 / (1L << 30);
    private readonly TransparencyMonitor _monitor = BeamLight.Require(detector);
    private readonly OpticalModel _model = new(detector);

    /// <summary>Simulates a beam.</summary>
    /// <param name="beam">The beam.</param>
    /// <param name="wavelengthNm">Its wavelength, nm.</param>
    /// <param name="photons">Number of photons, at least 1.</param>
    /// <param name="progress">Told the fraction done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no photon.</exception>
    /// <exception cref="InvalidSpecificationException">The scintillator neither absorbs nor scatters, or no light of the beam reaches a photosensor directly.</exception>
    public BeamTemplate Simulate(LaserBeam beam, double wavelengthNm, long photons, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(beam);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(photons);
        OpticalMedium medium = detector.Media[detector.Geometry!.Shells[0].Medium];
        if (medium.AbsorptionLengthMm is null || medium.RayleighLengthMm is null)
        {
            throw Fault($"$.media.{medium.Name}", "a clear scintillator has no transparency to measure", "declare absorption and Rayleigh lengths");
        }

        var light = new BeamLight(_model, _monitor, beam, wavelengthNm, settings);
        ImmutableArray<int> groupOf = GroupChannels(FindSpot(light, beam, cancellation));
        var tallies = new BeamGroupTally[BeamLight.Blocks(photons)];
        long[] channels = new long[groupOf.Length];
        light.Track(
            photons,
            DetectionMode.Expected,
            (block, ends, count) => Count(ends, count, groupOf, tallies[block] ??= new BeamGroupTally(Groups), channels),
            progress,
            cancellation);
        var total = new BeamGroupTally(Groups);
        foreach (BeamGroupTally tally in tallies)
        {
            total.Add(tally);
        }

        int[] lit = [.. Enumerable.Range(0, Groups).Where(group => !total.IsEmpty(group))];
        return new BeamTemplate
        {
            Beam = beam.Name,
            WavelengthNm = wavelengthNm,
            AbsorptionLengthMm = medium.AbsorptionLengthMm.Evaluate(wavelengthNm),
            RayleighLengthMm = medium.RayleighLengthMm.Evaluate(wavelengthNm),
            CentresDegrees = [.. lit.Select(group => group == 0 ? 0.5 * SpotDegrees : SpotDegrees + ((group - 0.5) * GroupWidthDegrees))],
            GroupOfChannel = [.. groupOf.Select(group => Array.IndexOf(lit, group))],
            ChannelPePerPhoton = [.. channels.Select(sum => sum * ProbabilityUnit / photons)],
            LogLightCoefficients = [.. lit.SelectMany(group => total.LogLight(group, photons))],
            RelativeErrors = [.. lit.Select(total.RelativeError)],
            ReemissionMean = [.. lit.Select(total.MeanReemissions)],
        };
    }

    private void Count(PhotonEnds ends, int count, ImmutableArray<int> groupOf, BeamGroupTally tally, long[] channels)
    {
        PhotonPaths paths = ends.Paths!;
        for (int i = 0; i < count; i++)
        {
            if (ends.Fate[i] == PhotonFate.Detected && ends.TimeNs[i] <= _monitor.WindowNs && groupOf[ends.Location[i]] is >= 0 and var group)
            {
                tally.Add(group, ends.Weight[i], paths.AbsorptionDepth[i], paths.RayleighDepth[i], paths.Reemissions[i], paths.Scatterings[i]);
                Interlocked.Add(ref channels[ends.Location[i]], (long)(ends.Weight[i] / ProbabilityUnit));
            }
        }
    }

    /// <summary>Mean end of the light that was neither scattered nor re-emitted.</summary>
    private Position FindSpot(BeamLight light, LaserBeam beam, CancellationToken cancellation)
    {
        Position sum = Position.Centre;
        light.Track(
            BeamLight.BlockPhotons,
            DetectionMode.Expected,
            (_, ends, count) =>
            {
                for (int i = 0; i < count; i++)
                {
                    if (ends.Fate[i] == PhotonFate.Detected && ends.Paths!.Scatterings[i] == 0 && ends.Paths.Reemissions[i] == 0)
                    {
                        sum += new Position(ends.XMm[i], ends.YMm[i], ends.ZMm[i]);
                    }
                }
            },
            null,
            cancellation);
        return sum.RadiusMm > 0
            ? sum
            : throw Fault($"$.transparency.beams.{beam.Name}", "no light of the beam reaches a photosensor directly", "aim it elsewhere");
    }

    private ImmutableArray<int> GroupChannels(Position spot)
    {
        return [.. detector.Photosensors.Select(Group)];

        int Group(Photosensor sensor)
        {
            Position centre = sensor.Centre;
            double cosine = ((centre.XMm * spot.XMm) + (centre.YMm * spot.YMm) + (centre.ZMm * spot.ZMm)) / (centre.RadiusMm * spot.RadiusMm);
            double degrees = Angle.FromRad(Math.Acos(Math.Clamp(cosine, -1.0, 1.0))).Degrees;
            return sensor.Type.Kind == SensorKind.Lpmt ? Math.Clamp(1 + (int)Math.Floor((degrees - SpotDegrees) / GroupWidthDegrees), 0, Groups - 1) : -1;
        }
    }

    private InvalidSpecificationException Fault(string path, string why, string suggestion) => new(new SpecificationFault(detector.Name, path, null, why, suggestion));
}
