namespace Isolux.Strategy.Validation;

/// <summary>One comparison that shows how far results can be trusted.</summary>
public interface IValidationSection
{
    /// <summary>Name of the section: of the page's file and on the command line.</summary>
    string Name { get; }

    /// <summary>Does the comparison.</summary>
    /// <param name="progress">Told the fraction done; null for silence.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation);
}
