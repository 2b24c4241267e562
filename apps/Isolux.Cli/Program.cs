using Isolux.Cli;

using var interruption = new Interruption();
return await new IsoluxApplication(Terminal.FromConsole(), interruption).RunAsync(args);
