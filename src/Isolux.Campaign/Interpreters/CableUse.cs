using System.Collections.Immutable;
using Isolux.Campaign.Kinematics;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Quantities;

namespace Isolux.Campaign.Interpreters;

/// <summary>What a plan asks of the cables of one unit: how much runs over its drums, and how often a drum turns back. Both wear them.</summary>
/// <param name="Unit">The unit, e.g. "CLS 2".</param>
/// <param name="FirstCableM">Cable over the first drum, in and out, m.</param>
/// <param name="SecondCableM">Cable over the second drum, m; 0 where there is one drum only.</param>
/// <param name="Reversals">Changes of direction of all its drums.</param>
public sealed record CableUse(string Unit, double FirstCableM, double SecondCableM, int Reversals)
{
    private const double MmPerM = 1000.0;
    private const double LeastMotionMm = 0.1;
    private const int SamplesPerWay = 32;

    /// <summary>The use of every unit that a plan moves, as hardware runs it: loop by loop. Empty where a system has no declared drive.</summary>
    /// <exception cref="InvalidSpecificationException">No unit holds a source at one of the points.</exception>
    public static ImmutableArray<CableUse> Of(ExpandedPlan plan, DetectorDescription detector)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ImmutableArray<DeploymentUnit> units = DeploymentUnit.Of(detector);
        if (plan.Steps.Any(step => units.All(unit => unit.System.Name != step.System)))
        {
            return [];
        }

        ExpandedPlan runnable = LoopAssignment.Apply(plan, units);
        return
        [
            .. runnable.Steps.Where(step => step.Kind != StepKind.TakeData)
                .GroupBy(step => LoopAssignment.UnitOf(step, units))
                .OrderBy(steps => steps.Key.Index)
                .Select(steps => Of(steps.Key, [.. steps])),
        ];
    }

    private static CableUse Of(DeploymentUnit unit, ImmutableArray<PlanStep> steps)
    {
        Winding first = new();
        Winding second = new();
        Position at = unit.Kinematics.Park;
        foreach (PlanStep step in steps)
        {
            ImmutableArray<Position> stops = step.Kind switch
            {
                StepKind.Deploy => [at, unit.Kinematics.Entrance, step.Position],
                StepKind.Retract => [at, unit.Kinematics.Entrance, unit.Kinematics.Park],
                _ => [at, step.Position],
            };
            for (int stop = 1; stop < stops.Length; stop++)
            {
                for (int i = 0; i <= SamplesPerWay; i++)
                {
                    CableLengths lengths = unit.Kinematics.LengthsAt(unit.Between(stops[stop - 1], stops[stop], (double)i / SamplesPerWay));
                    first.MoveTo(lengths.FirstMm);
                    second.MoveTo(lengths.SecondMm);
                }
            }

            at = stops[^1];
        }

        return new CableUse(unit.Name, first.WoundMm / MmPerM, second.WoundMm / MmPerM, first.Reversals + second.Reversals);
    }

    private sealed class Winding
    {
        private double? _paidOutMm;
        private int _direction;

        public double WoundMm { get; private set; }

        public int Reversals { get; private set; }

        public void MoveTo(double paidOutMm)
        {
            double motionMm = paidOutMm - (_paidOutMm ?? paidOutMm);
            if (_paidOutMm is not null && Math.Abs(motionMm) < LeastMotionMm)
            {
                return;
            }

            WoundMm += Math.Abs(motionMm);
            int direction = Math.Sign(motionMm);
            Reversals += direction * _direction < 0 ? 1 : 0;
            _direction = direction == 0 ? _direction : direction;
            _paidOutMm = paidOutMm;
        }
    }
}
