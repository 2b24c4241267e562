using System.Runtime.Intrinsics;
using Isolux.Numerics.Random;

namespace Isolux.Simulation.Optics;

/// <summary>Fills batches with isotropic, randomly polarised photons; the draws are those of the photons' own emission blocks.</summary>
/// <param name="spectrum">Spectrum the wavelengths are drawn from.</param>
public sealed class PhotonEmitter(WavelengthSpectrum spectrum)
{
    private readonly WavelengthSpectrum _spectrum = spectrum ?? throw new ArgumentNullException(nameof(spectrum));

    /// <summary>Sets direction, polarisation and wavelength of every photon of a batch; positions and times stay as the caller set them.</summary>
    public void Emit(PhotonBatch batch, PhotonKey key)
    {
        ArgumentNullException.ThrowIfNull(batch);
        int vectored = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            vectored = batch.Count - (batch.Count % PhotonLanes.Count);
            for (int first = 0; first < vectored; first += PhotonLanes.Count)
            {
                EmitSixteen(batch, key, first);
            }
        }

        for (int i = vectored; i < batch.Count; i++)
        {
            EmitOne(batch, key, i);
        }
    }

    private void EmitOne(PhotonBatch batch, PhotonKey key, int i)
    {
        PhiloxBlock words = new Draws(key, (uint)i).Emission();
        (Float3 direction, Float3 polarisation) = Emission.Isotropic(words.Word0, words.Word1, words.Word2);
        (batch.DirectionX[i], batch.DirectionY[i], batch.DirectionZ[i]) = (direction.X, direction.Y, direction.Z);
        (batch.PolarisationX[i], batch.PolarisationY[i], batch.PolarisationZ[i]) = (polarisation.X, polarisation.Y, polarisation.Z);
        batch.WavelengthNm[i] = (float)_spectrum.Grid.WavelengthNm(_spectrum.Draw(PhiloxBlock.ToOpenUnit(words.Word3)));
    }

    private void EmitSixteen(PhotonBatch batch, PhotonKey key, int first)
    {
        PhiloxLanes words = Draws.Emission(key, Vector512.Create((uint)first) + Vector512<uint>.Indices);
        (Float3Lanes direction, Float3Lanes polarisation) = Emission.Isotropic(words);
        direction.X.CopyTo(batch.DirectionX[first..]);
        direction.Y.CopyTo(batch.DirectionY[first..]);
        direction.Z.CopyTo(batch.DirectionZ[first..]);
        polarisation.X.CopyTo(batch.PolarisationX[first..]);
        polarisation.Y.CopyTo(batch.PolarisationY[first..]);
        polarisation.Z.CopyTo(batch.PolarisationZ[first..]);
        Span<float> wavelengthNm = batch.WavelengthNm.Slice(first, PhotonLanes.Count);
        PhiloxLanes.ToOpenUnit(words.Word3).CopyTo(wavelengthNm);
        for (int i = 0; i < wavelengthNm.Length; i++)
        {
            wavelengthNm[i] = (float)_spectrum.Grid.WavelengthNm(_spectrum.Draw(wavelengthNm[i]));
        }
    }
}
