using Isolux.Numerics.Fitting;

namespace Isolux.Tests.Numerics.Nist;

/// <summary>
/// A non-linear problem of the NIST/ITL Statistical Reference Datasets with its two starts and its certified parameters,
/// standard deviations and residual sum of squares (11 digits).
/// </summary>
internal sealed record NistProblem(
    string Name,
    CurveModel Model,
    double[] Start1,
    double[] Start2,
    double[] Certified,
    double[] Deviations,
    double ResidualSquares)
{
    public static IReadOnlyList<NistProblem> All { get; } =
    [
        // Lower difficulty.
        new("Misra1a", (x, b) => b[0] * (1 - Math.Exp(-b[1] * x)),
            [500, 0.0001], [250, 0.0005],
            [2.3894212918E+02, 5.5015643181E-04], [2.7070075241E+00, 7.2668688436E-06], 1.2455138894E-01),
        new("Chwirut2", (x, b) => Math.Exp(-b[0] * x) / (b[1] + (b[2] * x)),
            [0.1, 0.01, 0.02], [0.15, 0.008, 0.010],
            [1.6657666537E-01, 5.1653291286E-03, 1.2150007096E-02], [3.8303286810E-02, 6.6621605126E-04, 1.5304234767E-03], 5.1304802941E+02),
        new("DanWood", (x, b) => b[0] * Math.Pow(x, b[1]),
            [1, 5], [0.7, 4],
            [7.6886226176E-01, 3.8604055871E+00], [1.8281973860E-02, 5.1726610913E-02], 4.3173084083E-03),
        new("Lanczos3", (x, b) => (b[0] * Math.Exp(-b[1] * x)) + (b[2] * Math.Exp(-b[3] * x)) + (b[4] * Math.Exp(-b[5] * x)),
            [1.2, 0.3, 5.6, 5.5, 6.5, 7.6], [0.5, 0.7, 3.6, 4.2, 4, 6.3],
            [8.6816414977E-02, 9.5498101505E-01, 8.4400777463E-01, 2.9515951832E+00, 1.5825685901E+00, 4.9863565084E+00],
            [1.7197908859E-02, 9.7041624475E-02, 4.1488663282E-02, 1.0766312506E-01, 5.8371576281E-02, 3.4436403035E-02], 1.6117193594E-08),

        // Average difficulty.
        new("MGH17", (x, b) => b[0] + (b[1] * Math.Exp(-x * b[3])) + (b[2] * Math.Exp(-x * b[4])),
            [50, 150, -100, 1, 2], [0.5, 1.5, -1, 0.01, 0.02],
            [3.7541005211E-01, 1.9358469127E+00, -1.4646871366E+00, 1.2867534640E-02, 2.2122699662E-02],
            [2.0723153551E-03, 2.2031669222E-01, 2.2175707739E-01, 4.4861358114E-04, 8.9471996575E-04], 5.4648946975E-05),
        new("Roszman1", (x, b) => b[0] - (b[1] * x) - (Math.Atan(b[2] / (x - b[3])) / Math.PI),
            [0.1, -0.00001, 1000, -100], [0.2, -0.000005, 1200, -150],
            [2.0196866396E-01, -6.1953516256E-06, 1.2044556708E+03, -1.8134269537E+02],
            [1.9172666023E-02, 3.2058931691E-06, 7.4050983057E+01, 4.9573513849E+01], 4.9484847331E-04),

        // Higher difficulty.
        new("Thurber", (x, b) => (b[0] + (x * (b[1] + (x * (b[2] + (x * b[3])))))) / (1 + (x * (b[4] + (x * (b[5] + (x * b[6])))))),
            [1000, 1000, 400, 40, 0.7, 0.3, 0.03], [1300, 1500, 500, 75, 1, 0.4, 0.05],
            [1.2881396800E+03, 1.4910792535E+03, 5.8323836877E+02, 7.5416644291E+01, 9.6629502864E-01, 3.9797285797E-01, 4.9727297349E-02],
            [4.6647963344E+00, 3.9571156086E+01, 2.8698696102E+01, 5.5675370270E+00, 3.1333340687E-02, 1.4984928198E-02, 6.5842344623E-03], 5.6427082397E+03),
        new("Eckerle4", (x, b) => b[0] / b[1] * Math.Exp(-0.5 * (x - b[2]) / b[1] * ((x - b[2]) / b[1])),
            [1, 10, 500], [1.5, 5, 450],
            [1.5543827178E+00, 4.0888321754E+00, 4.5154121844E+02], [1.5408051163E-02, 4.6803020753E-02, 4.6800518816E-02], 1.4635887487E-03),
        new("Rat42", (x, b) => b[0] / (1 + Math.Exp(b[1] - (b[2] * x))),
            [100, 1, 0.1], [75, 2.5, 0.07],
            [7.2462237576E+01, 2.6180768402E+00, 6.7359200066E-02], [1.7340283401E+00, 8.8295217536E-02, 3.4465663377E-03], 8.0565229338E+00),
        new("MGH09", (x, b) => b[0] * ((x * x) + (x * b[1])) / ((x * x) + (x * b[2]) + b[3]),
            [25, 39, 41.5, 39], [0.25, 0.39, 0.415, 0.39],
            [1.9280693458E-01, 1.9128232873E-01, 1.2305650693E-01, 1.3606233068E-01],
            [1.1435312227E-02, 1.9633220911E-01, 8.0842031232E-02, 9.0025542308E-02], 3.0750560385E-04),
        new("MGH10", (x, b) => b[0] * Math.Exp(b[1] / (x + b[2])),
            [2, 400000, 25000], [0.02, 4000, 250],
            [5.6096364710E-03, 6.1813463463E+03, 3.4522363462E+02], [1.5687892471E-04, 2.3309021107E+01, 7.8486103508E-01], 8.7945855171E+01),
        new("BoxBOD", (x, b) => b[0] * (1 - Math.Exp(-b[1] * x)),
            [1, 1], [100, 0.75],
            [2.1380940889E+02, 5.4723748542E-01], [1.2354515176E+01, 1.0455993237E-01], 1.1680088766E+03),
    ];

    public double SumOfSquares(ReadOnlySpan<double> parameters)
    {
        double sum = 0;
        foreach (double[] row in NistTable.Read(Name).Rows)
        {
            double residual = row[1] - Model(row[0], parameters);
            sum += residual * residual;
        }

        return sum;
    }

    public FitResult Fit(double[] start)
    {
        NistTable table = NistTable.Read(Name);
        FitParameter[] parameters = [.. start.Select((value, i) => FitParameter.Free($"b{i + 1}", value))];
        return LeastSquaresFit.OfCurve(table.X, Model, parameters).Fit(table.Y, Enumerable.Repeat(1.0, table.Rows.Length).ToArray());
    }
}
