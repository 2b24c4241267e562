using Isolux.Cli;

using var interruption = new Interruption();
return await new IsoluxApplication(Terminal.FromConsole(), Surroundings.FromEnvironment(), interruption, null).RunAsync(args);
