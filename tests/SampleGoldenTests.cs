namespace TechMoves.Tests;

/// <summary>The moves of the sample articles, byte for byte: whatever alters them shows in the diff.</summary>
sealed class SampleGoldenTests
{
    [Test]
    public void Writes_the_moves_of_the_samples_as_they_were_reviewed() =>
        Golden.IsFile(Path.Combine(Repository.Tests, "golden", "sample", "moves.csv"), File.ReadAllText(Path.Combine(Samples.Folder, "moves.csv")));
}
