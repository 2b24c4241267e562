using System.Collections.Immutable;
using Isolux.Calibration.LightYield;
using Isolux.Calibration.NonUniformity;
using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Numerics.Fitting;

namespace Isolux.Strategy.Run;

/// <summary>Publishes the constants of a campaign under one global tag and resolves them again, so that events are corrected with what was published.</summary>
internal sealed class ConstantsRelease(IConditionsStore store, TimeProvider clock, string name, RunNumber run)
{
    private const string Author = "isolux run";

    /// <summary>Publishes what is not published yet: a run that was interrupted between the steps takes them up again.</summary>
    /// <param name="measurement">The campaign's results.</param>
    /// <param name="darkNoise">Dark noise.</param>
    /// <param name="others">What else the run calibrated.</param>
    /// <param name="provenance">Where they come from.</param>
    public ConditionsSnapshot Publish(CampaignMeasurement measurement, DarkNoisePayload darkNoise, ImmutableArray<Payload> others, string provenance)
    {
        ChangeNote note = new(Author, $"constants of {provenance}", clock.GetUtcNow());
        GlobalTag? existing = store.ListGlobalTags().FirstOrDefault(tag => tag.Name == name);
        if (existing is null)
        {
            ImmutableArray<PayloadTag> tags =
            [
                Publish(darkNoise, PublicationVerdict.Accepted, note),
                Publish(LightYield(measurement.LightYield, provenance), Verdict(measurement.LightYield.Peak.Status), note),
                Publish(Map(measurement.NonUniformity, provenance), PublicationVerdict.Accepted, note),
                .. others.Select(payload => Publish(payload, PublicationVerdict.Accepted, note)),
            ];
            store.CreateGlobalTag(name, tags, note);
        }

        if (existing is null or { State: GlobalTagState.Draft })
        {
            store.AdvanceGlobalTag(name, GlobalTagState.Published, note);
        }

        return ConditionsSnapshot.Resolve(store, name, run);
    }

    private PayloadTag Publish(Payload payload, PublicationVerdict verdict, ChangeNote note)
    {
        PayloadTag tag = new($"{name}-{payload.TypeName}");
        store.Publish(new PublicationRequest(tag, Iov.From(run), payload, verdict, note));
        return tag;
    }

    private static PublicationVerdict Verdict(FitStatus status) =>
        status == FitStatus.Converged ? PublicationVerdict.Accepted : PublicationVerdict.Rejected;

    private static LightYieldPayload LightYield(LightYieldResult result, string provenance) =>
        new(result.ValuePePerMeV, result.ErrorPePerMeV, provenance);

    /// <summary>The map as a payload.</summary>
    public static NonUniformityMapPayload Map(NonUniformityResult result, string provenance) => NonUniformityMapPayload.FromSpline(
        result.ReferenceRadiusMm, result.Surface.Spline, result.Surface.VarianceForm(), provenance);
}
