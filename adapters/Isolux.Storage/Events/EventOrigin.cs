namespace Isolux.Storage.Events;

/// <summary>What decides the content of event files besides the run: stored with them, so that only the same work resumes an interrupted file.</summary>
/// <param name="ProgramVersion">Version of the program that writes, with its commit where it has one.</param>
/// <param name="DetectorDigest">Digest of the detector; empty for data that no detector's document describes.</param>
/// <param name="InputsDigest">Digest of everything else that decides the content: settings, input files, constants.</param>
public sealed record EventOrigin(string ProgramVersion, string DetectorDigest, string InputsDigest);
