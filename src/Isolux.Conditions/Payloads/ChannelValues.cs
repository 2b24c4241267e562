using System.Collections.Immutable;

namespace Isolux.Conditions.Payloads;

/// <summary>One quantity of every channel.</summary>
public sealed record ChannelValues
{
    /// <summary>Values with their errors.</summary>
    /// <param name="values">Element i is channel i.</param>
    /// <param name="errors">Standard errors, as many; 0 where nothing was measured.</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is not finite or an error negative.</exception>
    public ChannelValues(ImmutableArray<double> values, ImmutableArray<double> errors)
    {
        if (values.IsDefaultOrEmpty || errors.IsDefault || values.Length != errors.Length)
        {
            throw new ArgumentException("Every channel needs a value and an error.", nameof(values));
        }

        if (!values.All(double.IsFinite) || !errors.All(error => error >= 0 && double.IsFinite(error)))
        {
            throw new ArgumentException("Values of channels are finite and their errors not negative.", nameof(values));
        }

        Values = values;
        Errors = errors;
    }

    /// <summary>Value of every channel.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>Standard error of every channel.</summary>
    public ImmutableArray<double> Errors { get; }
}
