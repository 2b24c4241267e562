namespace Isolux.Reporting.Figures;

/// <summary>No font can be found to write labels with. The message names the package to install.</summary>
public sealed class FontMissingException : Exception
{
    internal FontMissingException()
        : base("the figures cannot be drawn (no font is installed to write their labels with) install the package fonts-dejavu-core and run the same command again.")
    {
    }
}
