using Isolux.Detector.Transparency;
using Isolux.Numerics.Elementary;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Beams;

/// <summary>Fills batches with the photons of a laser beam: one point, Gaussian directions about the axis, random linear polarisation (the fibre scrambles it), t = 0.</summary>
internal sealed class BeamEmitter
{
    private readonly Position _launch;
    private readonly Float3 _axis;
    private readonly Float3 _side;
    private readonly Float3 _up;
    private readonly float _divergence;
    private readonly float _wavelengthNm;

    public BeamEmitter(LaserBeam beam, double divergenceRad, double wavelengthNm)
    {
        _launch = beam.Launch;
        _axis = Unit(beam.Aim - beam.Launch);
        Float3 least = MathF.Abs(_axis.Z) < 0.5f ? new Float3(0, 0, 1) : new Float3(1, 0, 0);
        _side = Unit(Float3.Cross(least, _axis));
        _up = Float3.Cross(_axis, _side);
        _divergence = (float)divergenceRad;
        _wavelengthNm = (float)wavelengthNm;
    }

    public void Emit(PhotonBatch batch, PhotonKey key)
    {
        batch.XMm.Fill((float)_launch.XMm);
        batch.YMm.Fill((float)_launch.YMm);
        batch.ZMm.Fill((float)_launch.ZMm);
        batch.WavelengthNm.Fill(_wavelengthNm);
        batch.TimeNs.Clear();
        for (int i = 0; i < batch.Count; i++)
        {
            PhiloxBlock words = new Draws(key, (uint)i).Emission();
            float length = _divergence * MathF.Sqrt(-2.0f * Elementary32.Log(PhiloxBlock.ToOpenUnit(words.Word0)));
            (float sine, float cosine) = Elementary32.SinCosTurn(PhiloxBlock.ToOpenUnit(words.Word1));
            Float3 direction = Unit(_axis + ((length * cosine) * _side) + ((length * sine) * _up));
            Float3 across = Unit(Float3.Cross(_up, direction));
            (float sinAlpha, float cosAlpha) = Elementary32.SinCosTurn(PhiloxBlock.ToOpenUnit(words.Word2));
            Float3 polarisation = (cosAlpha * across) + (sinAlpha * Float3.Cross(direction, across));
            (batch.DirectionX[i], batch.DirectionY[i], batch.DirectionZ[i]) = (direction.X, direction.Y, direction.Z);
            (batch.PolarisationX[i], batch.PolarisationY[i], batch.PolarisationZ[i]) = (polarisation.X, polarisation.Y, polarisation.Z);
        }
    }

    private static Float3 Unit(Position vector) =>
        new((float)(vector.XMm / vector.RadiusMm), (float)(vector.YMm / vector.RadiusMm), (float)(vector.ZMm / vector.RadiusMm));

    private static Float3 Unit(Float3 vector) => (1.0f / MathF.Sqrt(Float3.Dot(vector, vector))) * vector;
}
