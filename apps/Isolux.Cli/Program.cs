using Isolux.Cli;
using Isolux.Cli.Runs;

// Several threads of one linear-algebra call would make sums depend on their number.
MathNet.Numerics.Control.UseSingleThread();
Terminal terminal = Terminal.FromConsole();
Surroundings surroundings = Surroundings.FromEnvironment();
StrategyRun strategy = new(surroundings, terminal.Error.WriteLine);
using var interruption = new Interruption();
return await new IsoluxApplication(terminal, surroundings, interruption, strategy.Calibrate).RunAsync(args);
