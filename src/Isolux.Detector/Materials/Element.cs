namespace Isolux.Detector.Materials;

/// <summary>A chemical element with its photon cross sections.</summary>
public sealed record Element(string Symbol, int AtomicNumber, double AtomicMassGPerMol, PhotonCrossSections CrossSections);
