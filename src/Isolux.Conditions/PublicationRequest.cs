namespace Isolux.Conditions;

/// <summary>A payload to be published under a tag.</summary>
/// <param name="Tag">Tag that receives the interval; created when it does not exist.</param>
/// <param name="Iov">Runs the payload is valid for.</param>
/// <param name="Payload">The constant.</param>
/// <param name="Verdict">What the analysis thinks of its own result.</param>
/// <param name="Note">Who publishes, why and when.</param>
/// <param name="Override">Who publishes a rejected payload all the same, and why; null otherwise.</param>
public sealed record PublicationRequest(
    PayloadTag Tag,
    Iov Iov,
    Payload Payload,
    PublicationVerdict Verdict,
    ChangeNote Note,
    ChangeNote? Override = null)
{
    /// <summary>Refuses a rejected payload nobody signed for.</summary>
    /// <exception cref="ConditionsException">The verdict is not accepted and there is no override.</exception>
    public void RequirePublishable()
    {
        if (Verdict != PublicationVerdict.Accepted && Override is null)
        {
            throw new ConditionsException(
                $"Payload '{Payload.TypeName}' cannot be published under '{Tag}' (its fit was not accepted); repeat the calibration, or override with a name and a reason.");
        }
    }
}
