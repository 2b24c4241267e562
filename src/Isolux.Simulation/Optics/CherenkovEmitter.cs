using Isolux.Numerics.Elementary;
using Isolux.Numerics.Random;
using Isolux.Simulation.Particles;

namespace Isolux.Simulation.Optics;

/// <summary>
/// Fills batches with Cherenkov photons of a particle of beta = 1 in the scintillator: cos(theta) = 1/n about its direction (P. A. Cherenkov, Phys. Rev. 52
/// (1937) 378; Frank and Tamm), polarised in the plane of the photon and the particle.
/// </summary>
internal sealed class CherenkovEmitter
{
    private readonly WavelengthSpectrum _spectrum;
    private readonly float[] _cosines;

    private CherenkovEmitter(OpticalModel model, WavelengthSpectrum spectrum)
    {
        _spectrum = spectrum;
        _cosines = [.. Enumerable.Range(0, model.Grid.Count).Select(i => (float)Math.Min(1.0, 1.0 / model.RefractiveIndex(0, i)))];
    }

    /// <summary>The emitter of a detector; null where its scintillator makes no Cherenkov light.</summary>
    public static CherenkovEmitter? TryCreate(OpticalModel model) =>
        new CherenkovSpectrum(model, 1.0).Spectrum is { } spectrum ? new CherenkovEmitter(model, spectrum) : null;

    /// <summary>Sets direction, polarisation and wavelength of every photon of a batch; positions and times stay as the caller set them.</summary>
    public void Emit(PhotonBatch batch, UnitVector particle, PhotonKey key)
    {
        var axis = new Float3((float)particle.X, (float)particle.Y, (float)particle.Z);
        Float3 reference = MathF.Abs(axis.Z) < 0.9f ? new Float3(0, 0, 1) : new Float3(1, 0, 0);
        Float3 across = Float3.Cross(axis, reference);
        Float3 first = (1.0f / MathF.Sqrt(Float3.Dot(across, across))) * across;
        Float3 second = Float3.Cross(axis, first);
        for (int i = 0; i < batch.Count; i++)
        {
            PhiloxBlock words = new Draws(key, (uint)i).Emission();
            int wavelength = _spectrum.Draw(PhiloxBlock.ToOpenUnit(words.Word3));
            float cosine = _cosines[wavelength];
            float sine = MathF.Sqrt(MathF.FusedMultiplyAdd(-cosine, cosine, 1.0f));
            (float sinPhi, float cosPhi) = Elementary32.SinCosTurn(PhiloxBlock.ToOpenUnit(words.Word1));
            Float3 outwards = (cosPhi * first) + (sinPhi * second);
            Float3 direction = ((cosine * axis) + (sine * outwards)).Renormalised();
            Float3 polarisation = ((sine * axis) - (cosine * outwards)).Renormalised();
            (batch.DirectionX[i], batch.DirectionY[i], batch.DirectionZ[i]) = (direction.X, direction.Y, direction.Z);
            (batch.PolarisationX[i], batch.PolarisationY[i], batch.PolarisationZ[i]) = (polarisation.X, polarisation.Y, polarisation.Z);
            batch.WavelengthNm[i] = (float)_spectrum.Grid.WavelengthNm(wavelength);
        }
    }
}
