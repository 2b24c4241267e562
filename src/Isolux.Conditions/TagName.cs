namespace Isolux.Conditions;

/// <summary>What a tag may be called: a word people can type on a command line and put into a file name.</summary>
internal static class TagName
{
    private const int MaximumLength = 100;

    public static string Require(string name, string parameter)
    {
        ArgumentNullException.ThrowIfNull(name, parameter);
        bool usable = name.Length is > 0 and <= MaximumLength && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
        return usable ? name : throw new ArgumentException($"A tag name has 1 to {MaximumLength} letters, digits, '-', '_' or '.' (it is '{name}').", parameter);
    }
}
