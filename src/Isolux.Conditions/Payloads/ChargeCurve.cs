namespace Isolux.Conditions.Payloads;

/// <summary>Measured against true charge of a channel: q / (1 + z (1 + s1 z + s2 z^2)), z = slope (q - 1); charges up to 1 PE as they are.</summary>
/// <param name="SlopePerPe">Slope, 1/PE.</param>
/// <param name="FirstShapeFactor">s1.</param>
/// <param name="SecondShapeFactor">s2.</param>
public readonly record struct ChargeCurve(double SlopePerPe, double FirstShapeFactor, double SecondShapeFactor)
{
    private const int MaximumIterations = 40;
    private const double Tolerance = 1e-12;

    /// <summary>The measured charge, PE.</summary>
    /// <param name="chargePe">True charge, PE.</param>
    public double MeasuredPe(double chargePe) => chargePe <= 1.0 ? chargePe : chargePe / (1.0 + Loss(chargePe).Value);

    /// <summary>The true charge behind a measured one, PE: the inverse of <see cref="MeasuredPe"/>.</summary>
    /// <param name="measuredPe">Measured charge, PE.</param>
    /// <param name="largestPe">Largest true charge given, PE; a charge measured above what the curve reaches there counts as this.</param>
    public double CorrectedPe(double measuredPe, double largestPe)
    {
        if (measuredPe <= 1.0)
        {
            return measuredPe;
        }

        // The curve is concave and the measured charge lies left of the true one, so Newton's steps go right and never beyond it.
        double chargePe = measuredPe;
        for (int iteration = 0; iteration < MaximumIterations; iteration++)
        {
            (double loss, double growthPerPe) = Loss(chargePe);
            double slope = (1.0 + loss - (chargePe * growthPerPe)) / ((1.0 + loss) * (1.0 + loss));
            double stepPe = (measuredPe - (chargePe / (1.0 + loss))) / slope;
            chargePe += stepPe;
            if (!(slope > 0 && chargePe < largestPe))
            {
                return largestPe;
            }

            if (Math.Abs(stepPe) < Tolerance * chargePe)
            {
                break;
            }
        }

        return chargePe;
    }

    /// <summary>z (1 + s1 z + s2 z^2) and its derivative by the charge.</summary>
    private (double Value, double GrowthPerPe) Loss(double chargePe)
    {
        double z = SlopePerPe * (chargePe - 1.0);
        return (z * (1.0 + (z * (FirstShapeFactor + (z * SecondShapeFactor)))), SlopePerPe * (1.0 + (z * ((2.0 * FirstShapeFactor) + (3.0 * z * SecondShapeFactor)))));
    }
}
