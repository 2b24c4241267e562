using System.Runtime.Intrinsics;

namespace Isolux.Simulation.Optics;

/// <summary>
/// The first bar on each of sixteen paths; lane for lane what <see cref="BarField.FindFirst"/> finds. The pieces of all paths are looked up sixteen at a time; most
/// lie where there is no bar.
/// </summary>
internal sealed class BarSearch(BarField bars)
{
    private readonly int[] _pieces = new int[PhotonLanes.Count], _nearestBar = new int[PhotonLanes.Count];
    private readonly float[] _nearestMm = new float[PhotonLanes.Count];

    // The pieces that are looked up together: path, number of the piece, cell of its middle.
    private readonly int[] _path = new int[PhotonLanes.Count], _piece = new int[PhotonLanes.Count], _cell = new int[PhotonLanes.Count];
    private int _nextPath;
    private int _nextPiece;

    /// <summary>The bar a lane's path met first; -1 where none.</summary>
    public ReadOnlySpan<int> Bar => _nearestBar;

    /// <summary>Searches the paths of a set.</summary>
    /// <returns>The distances to the bars; the length where there is none.</returns>
    public Vector512<float> FindFirst(Vector512<float> paths, in PhotonLanes photons, Vector512<float> lengthMm)
    {
        PathWalkLanes walk = PathWalkLanes.Cut(photons.RadiusSquared, photons.Along, lengthMm, bars.InnerSquared, bars.OuterSquared, bars.Grid.MarginRad);
        (walk.Pieces & paths.AsInt32()).CopyTo(_pieces);
        _nearestBar.AsSpan().Fill(-1);
        lengthMm.CopyTo(_nearestMm);
        (_nextPath, _nextPiece) = (0, 0);
        for (int taken = TakePieces(); taken > 0; taken = TakePieces())
        {
            Vector512<int> path = Vector512.Create(_path);
            Vector512<int> piece = Vector512.Create(_piece);
            PathWalkLanes pieces = walk.Shuffle(path);
            Vector512<float> middle = pieces.MiddleMm(piece);
            Float3Lanes direction = Float3Lanes.Shuffle(photons.Direction, path);
            Float3Lanes point = Float3Lanes.Shuffle(photons.Position, path).Advance(middle, direction);
            bars.Grid.CellsOf(point).CopyTo(_cell);
            for (int i = 0; i < taken; i++)
            {
                ref int nearest = ref _nearestBar[_path[i]];
                ref float nearestMm = ref _nearestMm[_path[i]];
                if (bars.Grid.IsEmpty(_cell[i]) || (nearest >= 0 && _piece[i] > 0 && nearestMm <= pieces.EndMm(piece - Vector512<int>.One)[i]))
                {
                    continue;
                }

                bars.Meet(bars.Grid.InCell(_cell[i]), point[i], direction[i], middle[i], ref nearest, ref nearestMm);
            }
        }

        return Vector512.Create(_nearestMm);
    }

    /// <summary>Lists the next pieces, path by path, and returns how many.</summary>
    private int TakePieces()
    {
        int taken = 0;
        while (taken < _path.Length && _nextPath < _pieces.Length)
        {
            if (_nextPiece < _pieces[_nextPath])
            {
                (_path[taken], _piece[taken]) = (_nextPath, _nextPiece++);
                taken++;
            }
            else
            {
                (_nextPath, _nextPiece) = (_nextPath + 1, 0);
            }
        }

        return taken;
    }
}
