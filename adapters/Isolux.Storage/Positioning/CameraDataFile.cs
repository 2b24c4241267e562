using Isolux.Campaign.Documents;
using Isolux.Detector;
using Isolux.Storage.Documents;

namespace Isolux.Storage.Positioning;

/// <summary>Reads spots of lights in cameras: a JSON document.</summary>
public static class CameraDataFile
{
    /// <summary>Reads a series.</summary>
    /// <exception cref="InvalidSpecificationException">The file cannot be read or does not have its shape.</exception>
    public static CameraDataDocument Read(string file) => StrictJson.Read<CameraDataDocument>(file);
}
