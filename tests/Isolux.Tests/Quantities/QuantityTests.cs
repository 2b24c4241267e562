using CsCheck;
using Isolux.Quantities;
using Xunit;

namespace Isolux.Tests.Quantities;

public sealed class QuantityTests
{
    private static readonly Dictionary<string, Func<double, double>> RoundTrips = new()
    {
        [nameof(Angle)] = value => Angle.FromRad(value).Rad,
        [nameof(Charge)] = value => Charge.FromPe(value).Pe,
        [nameof(DepositedEnergy)] = value => DepositedEnergy.FromMeV(value).MeV,
        [nameof(Distance)] = value => Distance.FromMm(value).Mm,
        [nameof(Duration)] = value => Duration.FromNs(value).Ns,
        [nameof(KineticEnergy)] = value => KineticEnergy.FromMeV(value).MeV,
        [nameof(LightYield)] = value => LightYield.FromPePerMeV(value).PePerMeV,
        [nameof(QuenchedEnergy)] = value => QuenchedEnergy.FromMeV(value).MeV,
        [nameof(ReconstructedEnergy)] = value => ReconstructedEnergy.FromMeV(value).MeV,
        [nameof(VisibleEnergy)] = value => VisibleEnergy.FromMeV(value).MeV,
        [nameof(Wavelength)] = value => Wavelength.FromNm(value).Nm,
    };

    public static TheoryData<string> Names => [.. RoundTrips.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ValuesPassUnchanged(string name) =>
        Gen.Double[-1e12, 1e12].Sample(value => RoundTrips[name](value) == value);

    [Theory]
    [MemberData(nameof(Names))]
    public void NaNAndInfinitiesAreRefusedByName(string name)
    {
        foreach (double bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            ArgumentOutOfRangeException fault = Assert.Throws<ArgumentOutOfRangeException>(() => RoundTrips[name](bad));
            Assert.Equal(name, fault.ParamName);
        }
    }

    [Fact]
    public void UnitsConvert()
    {
        Assert.Equal(17_700.0, Distance.FromMetres(17.7).Mm, 1e-9);
        Assert.Equal(17.7, Distance.FromMm(17_700.0).Metres, 1e-12);
        Assert.Equal(Math.PI, Angle.FromDegrees(180.0).Rad, 1e-15);
        Assert.Equal(90.0, Angle.FromRad(0.5 * Math.PI).Degrees, 1e-12);
        Assert.Equal(6e10, Duration.FromMinutes(1.0).Ns);
        Assert.Equal(2.0, Duration.FromNs(1.2e11).Minutes, 1e-15);
    }

    [Fact]
    public void SumsDifferencesAndRatiosStayInTheirMeaning() => Gen.Select(Gen.Double[-1e3, 1e3], Gen.Double[1e-3, 1e3]).Sample((a, b) =>
    {
        VisibleEnergy left = VisibleEnergy.FromMeV(a);
        VisibleEnergy right = VisibleEnergy.FromMeV(b);
        return (left + right).MeV == a + b && (left - right).MeV == a - b && left / right == a / b
            && (left * 2.5).MeV == a * 2.5 && left < right == a < b && left >= right == a >= b && left.CompareTo(right) == a.CompareTo(b);
    });

    [Fact]
    public void PositionsSurviveSphericalCoordinates() => Gen.Select(Gen.Double[1.0, 20_000.0], Gen.Double[-0.999999, 0.999999], Gen.Double[-3.1, 3.1]).Sample((radiusMm, cosTheta, phiRad) =>
    {
        Position position = Position.FromSpherical(radiusMm, cosTheta, phiRad);
        return Math.Abs((position.RadiusMm / radiusMm) - 1.0) < 1e-14 && Math.Abs(position.CosTheta - cosTheta) < 1e-14
            && Math.Abs(position.PhiRad - phiRad) < 1e-12 && Math.Abs(position.RhoMm - (radiusMm * Math.Sqrt(1.0 - (cosTheta * cosTheta)))) < 1e-9;
    });

    [Fact]
    public void PositionEdges()
    {
        Assert.Equal(1.0, Position.Centre.CosTheta);
        Assert.Equal(0.0, Position.Centre.RadiusMm);
        Assert.Equal(5000.0, Position.FromMetres(3, 0, 4).DistanceToMm(Position.Centre), 1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => Position.FromMetres(0, double.NaN, 0));
    }
}
