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
        Span<float> directionX = batch.DirectionX, directionY = batch.DirectionY, directionZ = batch.DirectionZ;
        Span<float> polarisationX = batch.PolarisationX, polarisationY = batch.PolarisationY, polarisationZ = batch.PolarisationZ;
        Span<float> wavelengthNm = batch.WavelengthNm;
        for (int i = 0; i < wavelengthNm.Length; i++)
        {
            PhiloxBlock words = new Draws(key, (uint)i).Emission();
            (Float3 direction, Float3 polarisation) = Emission.Isotropic(words.Word0, words.Word1, words.Word2);
            (directionX[i], directionY[i], directionZ[i]) = (direction.X, direction.Y, direction.Z);
            (polarisationX[i], polarisationY[i], polarisationZ[i]) = (polarisation.X, polarisation.Y, polarisation.Z);
            wavelengthNm[i] = (float)_spectrum.Grid.WavelengthNm(_spectrum.Draw(PhiloxBlock.ToOpenUnit(words.Word3)));
        }
    }
}
