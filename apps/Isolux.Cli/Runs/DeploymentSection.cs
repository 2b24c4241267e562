using System.Collections.Immutable;
using Isolux.Campaign.Engine;
using Isolux.Campaign.Kinematics;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.SimulatedHardware;
using Isolux.Strategy.Validation;

namespace Isolux.Cli.Runs;

/// <summary>Programmes on simulated hardware without faults, row by row against their planned minutes, with the causes of the difference.</summary>
/// <param name="detector">The detector.</param>
/// <param name="plans">The programmes as declared.</param>
internal sealed class DeploymentSection(DetectorDescription detector, Func<ImmutableArray<ExpandedPlan>> plans) : IValidationSection
{
    private static readonly DateTimeOffset s_start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Name => "deployment";

    public ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        ImmutableArray<ExpandedPlan> declared = plans();
        var tables = ImmutableArray.CreateBuilder<ValidationTable>();
        List<string> conclusions = [];
        foreach (ExpandedPlan plan in declared)
        {
            cancellation.ThrowIfCancellationRequested();
            (ValidationTable table, double deployedMinutes) = Deploy(plan);
            tables.Add(table);
            conclusions.Add(FormattableString.Invariant($"{plan.Name}: planned {plan.TotalMinutes}, deployed {deployedMinutes:F0} minutes."));
            progress?.Report((double)tables.Count / declared.Length);
        }

        return new ValidationPage(
            "Planned and deployed minutes",
            [
                "Every programme runs on simulated hardware without faults. Planned minutes are those of the published tables; deployed minutes end when the source is confirmed in storage.",
                "Exchange: sources are taken from their slots by hand and the turntable turns, before a row begins. Above: the way between storage and entrance. Inside: the way between entrance and points. Both at "
                + "the declared speed. Ramps: what acceleration and braking add. Waiting: a motion that has ended is noticed at the next sign of life of the host, ten seconds at most; confirmations in storage take no more.",
                "The published times leave out exchanges. The planned tour of the cable loops begins at the chimney and its speed is fitted to both published times; hardware runs either loop on its own, each from storage and back. Through "
                + "the tube the source returns the way it came; the published time has one passage.",
            ],
            tables.ToImmutable(),
            string.Join(' ', conclusions));
    }

    private (ValidationTable Table, double Minutes) Deploy(ExpandedPlan declared)
    {
        ImmutableArray<DeploymentUnit> units = DeploymentUnit.Of(detector);
        ExpandedPlan plan = LoopAssignment.Apply(declared, units);
        var account = new MotionAccount(new SimulatedSite(detector, 1, [], s_start), units);
        var journal = new DocumentJournal();
        _ = new RunEngine(plan, detector, account, journal, UninterruptedOperator.Instance).Run();
        List<ImmutableArray<string>> rows = [];
        double[] sums = new double[8];
        double beginMinutes = 0.0;
        foreach (PlanRow row in declared.Rows)
        {
            ImmutableArray<RunDocument> documents = [.. journal.Documents.Where(document => StepOf(document) is { } step && plan.Steps[step - 1].Row == row.Name)];
            double endMinutes = documents.Max(document => document.TimeSeconds) / 60.0;
            double dataMinutes = documents.OfType<PointEvent>().Sum(point => point.LiveSeconds) / 60.0;
            var motions = account.Motions.Where(motion => motion.AtMinutes >= beginMinutes && motion.AtMinutes < endMinutes).ToList();
            double exchangeMinutes = ExchangeMinutes(documents, beginMinutes);
            (double inside, double above, double ramps) = (motions.Sum(m => m.InsideMinutes), motions.Sum(m => m.AboveMinutes), motions.Sum(m => m.RampMinutes));
            double elapsed = endMinutes - beginMinutes;
            double[] cells = [row.TotalMinutes, elapsed, dataMinutes, inside, above, exchangeMinutes, ramps, elapsed - dataMinutes - inside - above - exchangeMinutes - ramps];
            rows.Add(Cells(row.Name, cells));
            sums = [.. sums.Zip(cells, (sum, cell) => sum + cell)];
            beginMinutes = endMinutes;
        }

        rows.Add(Cells("total", sums));
        ImmutableArray<string> columns = ["row", "planned [min]", "deployed [min]", "data", "inside", "above", "exchange", "ramps", "waiting"];
        return (new ValidationTable($"deployment-{plan.Name}", $"{plan.Name}: minutes by cause", columns, [.. rows]), beginMinutes);
    }

    // From the end of the deployment before (or of the row before) until a source leaves storage.
    private static double ExchangeMinutes(ImmutableArray<RunDocument> documents, double beginMinutes)
    {
        double sum = 0.0;
        double sinceMinutes = beginMinutes;
        foreach (CustodyEvent custody in documents.OfType<CustodyEvent>())
        {
            double atMinutes = custody.TimeSeconds / 60.0;
            sum += custody.Action == CustodyAction.Deployed ? atMinutes - sinceMinutes : 0.0;
            sinceMinutes = custody.Action == CustodyAction.Stored ? atMinutes : sinceMinutes;
        }

        return sum;
    }

    private static int? StepOf(RunDocument document) => document switch
    {
        CustodyEvent custody => custody.Step,
        PointEvent point => point.Step,
        _ => null,
    };

    private static ImmutableArray<string> Cells(string name, double[] minutes) => [name, .. minutes.Select(m => FormattableString.Invariant($"{m:F0}"))];

    private sealed class DocumentJournal : IRunJournal
    {
        public List<RunDocument> Documents { get; } = [];

        public Checkpoint? Load() => null;

        public void Save(Checkpoint checkpoint, ImmutableArray<RunDocument> documents) => Documents.AddRange(documents);
    }
}
