using Isolux.Simulation.Response;
using Isolux.Storage.Cache;
using Isolux.Storage.Conditions;
using Isolux.Storage.DataSets;
using Isolux.Strategy.NonLinearity;
using Isolux.Strategy.Run;
using Isolux.Strategy.Summary;

namespace Isolux.Cli.Runs;

/// <summary>Wires the calibration strategy to the map cache and the constants store.</summary>
internal sealed class StrategyRun(Surroundings surroundings, Action<string> report)
{
    // Its measured beta spectrum gives the simulated one its bins and errors.
    private const string BetaSpectrumData = "juno-2025";

    /// <summary>A <see cref="CalibrationRun"/>.</summary>
    public RunOutcome Calibrate(RunRequest request, string constantsFile, IProgress<RunStage> progress, CancellationToken cancellation)
    {
        RunSettings settings = new() { Seed = request.Inputs.Seed, StatisticsFactor = request.Inputs.StatisticsFactor, Threads = request.Threads, Extent = request.Inputs.Extent };
        FolderMapStore cache = new(surroundings.CacheFolder, report);
        ResponseMapProvider maps = new(cache, ResponseMapSettings.ForStatistics(settings.StatisticsFactor), settings.Threads);
        NonLinearityInputs ladder = new(new ScintillatorLightProvider(cache, settings.Threads), DataSetFile.Read(BetaSpectrumData).NonLinearity?.Beta);
        SqliteConditionsStore store = SqliteConditionsStore.OpenOrCreate(constantsFile);
        return new CalibrationStrategy(request.Detector, request.Plan, maps, ladder, request.Variations, store, surroundings.Clock, settings).Run(progress, cancellation);
    }
}
