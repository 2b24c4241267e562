namespace Isolux.Conditions;

/// <summary>One interval of a tag, the payload valid in it, and how it came to be published.</summary>
public sealed record TagInterval(Iov Iov, PayloadId Payload, PublicationVerdict Verdict, ChangeNote? Override, ChangeNote Published);
