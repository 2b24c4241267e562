using Xunit;

// The drawing library keeps process-wide native caches that two threads must not fill at once; every other test uses both cores by itself where it matters.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
