namespace Isolux.Conditions;

/// <summary>The payload's identity and what its publication did.</summary>
public sealed record PublicationReceipt(PayloadId Payload, PublicationOutcome Outcome);
