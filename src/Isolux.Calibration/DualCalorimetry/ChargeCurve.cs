namespace Isolux.Calibration.DualCalorimetry;

/// <summary>Measured against true charge of a channel: q / (1 + z (1 + s1 z + s2 z^2)), z = slope (q - 1); charges up to 1 PE as they are.</summary>
internal readonly record struct ChargeCurve(double SlopePerPe, double Shape1, double Shape2)
{
    public double MeasuredPe(double chargePe)
    {
        if (chargePe <= 1.0)
        {
            return chargePe;
        }

        double z = SlopePerPe * (chargePe - 1.0);
        return chargePe / (1.0 + (z * (1.0 + (z * (Shape1 + (z * Shape2))))));
    }
}
