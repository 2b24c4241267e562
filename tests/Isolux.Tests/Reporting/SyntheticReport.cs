using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Numerics.Random;
using Isolux.Sensitivity.Studies;
using Isolux.Strategy.Provenance;
using Isolux.Strategy.Report;
using Isolux.Strategy.Summary;

namespace Isolux.Tests.Reporting;

/// <summary>A report content with made-up smooth numbers of a plausible size.</summary>
internal static class SyntheticReport
{
    private const double TargetRadiusM = 17.7;

    private static readonly string[] RowNames =
        ["central-ibd", "ideal-correction", "azimuthal-symmetry", "single-gamma-source", "finite-points", "vertex-smearing"];

    public static ReportContent Create()
    {
        ImmutableArray<ResolutionRow> rows = [.. RowNames.Select(Row), Varied("qe-spread", "vertex-smearing", -0.004), Varied("light-yield-minus-5", "qe-spread", 0.053)];
        ImmutableArray<PicturePoint> points = [.. AxisPoints(), .. PlanePoints(), .. TubePoints()];
        return new ReportContent
        {
            Summary = new RunSummary
            {
                Detector = "synthetic",
                CampaignName = "comprehensive",
                Seed = 1,
                StatisticsFactor = 0.1,
                Threads = 2,
                WallSeconds = 12.5,
                LightYield = new LightYieldSummary(1344.6, 0.9),
                NonUniformity = new NonUniformitySummary
                {
                    Points = points.Length,
                    Maximum = 1.15,
                    MaximumRadiusM = 15.5,
                    At17M = 0.99,
                    FiducialMean = 1.08,
                    FiducialRms = 0.04,
                },
                Resolution = new ResolutionSummary(rows, Steps()),
                Campaign = new CampaignSummary(258, 1086, 1780),
                NonLinearity = new NonLinearitySummary(
                    [new NonLinearityModelSummary("empirical", 50.5, 51, 0.6, 0.3, 0.4, 1.0)],
                    [new SourceLineSummary("Cs137", 0.662, 971.4, 0.2, 0.9315, 0.0002, -0.094, 0.006, -0.062, 0.032, null)]),
                Sensitivity = Sensitivity(rows),
            },
            Ordering = new OrderingPicture([2.9, 2.95, 3.0, 3.05, 3.1], [9.5, 8.95, 8.4, 7.85, 7.3]),
            Manifest = Manifest(),
            Picture = new DetectorPicture(
                [new PictureShell("liquidScintillator", 17.7), new PictureShell("acrylic", 17.82), new PictureShell("water", 21.75)], 19.434, 17.2, points),
            NonUniformity = Surface((x, y) => Response(x) - (0.04 * x * y * y), points),
            Residual = Surface((x, y) => 0.002 * Math.Sin(6 * x) * Math.Cos(4 * y), []),
            Radial = new RadialResponse(
                [.. Enumerable.Range(0, 178).Select(i => new RadialSample(0.1 * i, Response(Math.Pow(0.1 * i / TargetRadiusM, 3)), 0.003))],
                [new RadialSample(15.5, 1.15, 0), new RadialSample(17.0, 0.99, 0)],
                17.2),
            ResolutionCurves = [.. rows.Select(Curve)],
            Peak = Peak(),
            CampaignTimes = [new CampaignTime("ACU, 241Am-13C", 250, 680, 1262, "derived"), new CampaignTime("ACU, laser", 10, 58, 333, "derived")],
            Assumptions = [new Assumption("geometry.bars.radiusCm", "5", "the drawings are not public; a few centimetres")],
            Notes = ["The step <from azimuthal symmetry> is smaller than the published one."],
        };
    }

    private static SensitivitySummary Sensitivity(ImmutableArray<ResolutionRow> rows) => new()
    {
        ExposureYears = 6.5,
        Row = "qe-spread",
        ResolutionPercent = [2.61, 0.82, 1.23],
        NonLinearity = "synthetic",
        DeltaChi2 = new OrderingSummary(8.61, 0.12, 9.52, 0.13),
        PublishedDeltaChi2 = new PublishedOrderingSummary(9.0, 9.6),
        PrecisionPercent = new PrecisionSummary(0.49, 11.3, 0.28, 0.19),
        IdealLossDeltaChi2 = 0.91,
        IdealLossError = 0.05,
        BandLossDeltaChi2 = 0.2,
        FormLossDeltaChi2 = 0.1,
        ScaleBias = new ReleaseShift(8.61, 8.5, 0.1, 0.1, -0.5, 0.05, -0.02, new ParameterPrecision(0.49, 11.3, 0.28, 0.19)),
        Rows = [.. rows.Select(row => new SensitivityRow(row.Name, row.ATildePercent, row.ATildeErrorPercent, 8.4 - (11.0 * (row.ATildePercent - 3.0)), 0.12))],
    };

    private static RunManifest Manifest() => new()
    {
        Program = new ProgramIdentity
        {
            Version = "0.1.0",
            Runtime = ".NET 10",
            OperatingSystem = "Linux",
            Processor = "synthetic processor",
            VectorBits = 512,
        },
        Inputs = new RunInputs
        {
            Detector = "synthetic",
            DetectorDigest = new string('a', 64),
            Overlays = [],
            Campaign = "comprehensive",
            CampaignDigest = new string('b', 64),
            Seed = 1,
            StatisticsFactor = 0.1,
            Extent = RunExtent.Standard,
        },
        CommandLine = ["run"],
        EndedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        WallSeconds = 12.5,
        GlobalTag = "synthetic-1",
        ConditionsSnapshot = ImmutableSortedDictionary<string, string>.Empty.Add("light-yield", new string('c', 64)),
        Counts = [new StageCount("calibration", 1000, 990, ImmutableSortedDictionary<string, long>.Empty.Add("escaped", 10))],
        Outputs = ImmutableSortedDictionary<string, string>.Empty,
    };

    private static double Response(double x) => 1 + (0.42 * x) - (0.45 * Math.Pow(x, 6));

    private static ResponseSurface Surface(Func<double, double, double> value, ImmutableArray<PicturePoint> points)
    {
        const int Cells = 60;
        return new ResponseSurface
        {
            TargetRadiusM = TargetRadiusM,
            RadialCells = Cells,
            PolarCells = Cells,
            Values =
            [
                .. from j in Enumerable.Range(0, Cells)
                   from i in Enumerable.Range(0, Cells)
                   select value((i + 0.5) / Cells, (2 * (j + 0.5) / Cells) - 1),
            ],
            Points =
            [
                .. points.Select(p => new SurfacePoint(p.System, Math.Sqrt((p.XM * p.XM) + (p.ZM * p.ZM)), CosTheta(p))),
            ],
        };
    }

    private static double CosTheta(PicturePoint point)
    {
        double radiusM = Math.Sqrt((point.XM * point.XM) + (point.ZM * point.ZM));
        return radiusM > 0 ? point.ZM / radiusM : 1;
    }

    private static IEnumerable<PicturePoint> AxisPoints() => Enumerable.Range(0, 27).Select(i => new PicturePoint("ACU", 0, -17.5 + (35.0 * i / 26)));

    private static IEnumerable<PicturePoint> PlanePoints() =>
        from i in Enumerable.Range(-7, 15)
        from j in Enumerable.Range(-7, 15)
        where i != 0 && (i * i) + (j * j) <= 52
        select new PicturePoint("CLS", 2.2 * i, 2.2 * j);

    private static IEnumerable<PicturePoint> TubePoints() => Enumerable.Range(0, 23)
        .Select(i => (24 + (6.0 * i)) * Math.PI / 180)
        .Select(theta => new PicturePoint("GTCS", 17.82 * Math.Sin(theta), 17.82 * Math.Cos(theta)));

    private static ResolutionRow Row(string name, int i) => new()
    {
        Name = name,
        APercent = 2.60 + (0.004 * i),
        AErrorPercent = 0.021,
        BPercent = 0.73 + (0.02 * i),
        BErrorPercent = 0.012,
        CPercent = 1.30 - (0.01 * i),
        CErrorPercent = 0.041,
        ATildePercent = 2.97 + (0.01 * i),
        ATildeErrorPercent = 0.012,
        ATildeDirectPercent = 2.975 + (0.01 * i),
        Published = new PublishedResolution
        {
            APercent = 2.62,
            AErrorPercent = 0.02,
            BPercent = 0.73,
            BErrorPercent = 0.01,
            CPercent = 1.38,
            CErrorPercent = 0.04,
            ATildePercent = 2.99,
            ATildeErrorPercent = 0.01,
        },
    };

    private static ResolutionRow Varied(string name, string baseRow, double biasPercent)
    {
        ResolutionRow row = Row(name, 4);
        return row with
        {
            BaseRow = baseRow,
            BiasPercent = biasPercent,
            BiasErrorPercent = 0.011,
            Published = row.Published! with { BiasPercent = 0.03, BiasErrorPercent = 0.01 },
        };
    }

    private static ImmutableArray<ResolutionStep> Steps() =>
    [
        .. RowNames.Skip(1).Zip(RowNames, (to, from) => new ResolutionStep
        {
            From = from,
            To = to,
            DeltaATildePercent = 0.01,
            ErrorPercent = 0.004,
            PublishedPercent = 0.03,
        }),
    ];

    private static ResolutionCurve Curve(ResolutionRow row, int index)
    {
        double[] energiesMeV = [0.93, 1.95, 2.56, 2.98, 4.02, 5.05, 6.09, 7.12, 8.16, 9.2];
        return new ResolutionCurve(
            row.Name,
            [
                .. energiesMeV.Select((e, i) =>
                {
                    double fit = Math.Sqrt((row.APercent * row.APercent / e) + (row.BPercent * row.BPercent) + (row.CPercent * row.CPercent / (e * e)));
                    return new ResolutionSample(e, fit + (0.008 * Math.Sin(3 * (i + index))), 0.01);
                }),
            ],
            row,
            6.2,
            7);
    }

    private static PeakPicture Peak()
    {
        const double MeanPe = 2989, SigmaPe = 70, WidthPe = 10, Events = 20000;
        var random = new Random(1);
        return new PeakPicture
        {
            Title = "n-H at the centre",
            Bins =
            [
                .. Enumerable.Range(0, 70).Select(i =>
                {
                    double fromPe = 2640 + (WidthPe * i);
                    double pull = (fromPe + (WidthPe / 2) - MeanPe) / SigmaPe;
                    double expected = Events * WidthPe / (SigmaPe * Math.Sqrt(2 * Math.PI)) * Math.Exp(-0.5 * pull * pull);
                    return new PeakBin(
                        fromPe, fromPe + WidthPe, (long)Math.Max(0, expected + (Math.Sqrt(expected) * ((2 * random.NextDouble()) - 1) * 1.7)), Math.Abs(pull) < 2 ? expected : double.NaN);
                }),
            ],
            FitFromPe = MeanPe - (2 * SigmaPe),
            FitToPe = MeanPe + (2 * SigmaPe),
            MeanPe = MeanPe,
            MeanErrorPe = 0.6,
            SigmaPe = SigmaPe,
            SigmaErrorPe = 0.5,
            ChiSquared = 25.3,
            DegreesOfFreedom = 25,
        };
    }
}
