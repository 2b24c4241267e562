using Xunit;

// Figures are drawn in a no-collection region (DrawingScope), which the allocations of tests beside it would end; every other test uses both cores by itself where it matters.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
