namespace TechMoves.Tests.Running;

/// <summary>A night that is not like the last ones is told.</summary>
sealed class TonightTests
{
    /// <summary>The dataset after each of so many nights, in which every outlet prints so many articles of two rows each.</summary>
    static Reported After(params (string Outlet, int Articles)[] outlets) => new(
        outlets.Sum(o => o.Articles), new() { ["sources"] = 2 * outlets.Sum(o => o.Articles) }, [], [], new() { ["fr"] = outlets.Sum(o => o.Articles) }, outlets.ToDictionary(o => o.Outlet, o => (long)o.Articles, StringComparer.Ordinal));

    static Episode[] Nights(int count, int wire = 10, int fil = 4) => [.. Enumerable.Range(1, count).Select(n => new Episode("", 0, After(("Wire", wire * n), ("Fil", fil * n))))];

    [Test]
    public void Has_no_rule_to_compare_with_on_the_first_night()
    {
        var tonight = Tonight.Of([], After(("Wire", 10)));
        Assert.That((tonight.Articles, tonight.Rows, tonight.Usual, tonight.Warnings.Length), Is.EqualTo((10L, 20L, ((long, long)?)null, 0)));
    }

    [Test]
    public void Is_as_usual_when_it_is()
    {
        var tonight = Tonight.Of(Nights(12), After(("Wire", 130), ("Fil", 52)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((tonight.Articles, tonight.Rows, tonight.Usual, tonight.Warnings.Length), Is.EqualTo((14L, 28L, ((long, long)?)(14, 28), 0)));
            Assert.That(tonight.Outlets, Is.EqualTo([("Wire", 10L), ("Fil", 4L)]));
        }
    }

    [Test]
    public void Warns_of_half_the_usual_rows() =>
        Assert.That(Tonight.Of(Nights(12), After(("Wire", 124), ("Fil", 50))).Warnings, Is.EqualTo(["12 new rows of sources; 28 are usual"]));

    [Test]
    public void Warns_of_an_outlet_gone_silent() =>
        Assert.That(Tonight.Of(Nights(12), After(("Wire", 140), ("Fil", 48))).Warnings, Is.EqualTo(["nothing new from Fil, unlike in most of the last 10 runs"]));

    [Test]
    public void Warns_of_a_dataset_that_has_shrunk_to_less_than_half() =>
        Assert.That(Tonight.Of(Nights(2), After(("Wire", 5))).Warnings, Is.EqualTo(["the dataset has 10 rows of sources; the one before had 56"]));

    [Test]
    public void Says_nothing_of_what_is_usual_before_it_knows_it() =>
        Assert.That(Tonight.Of(Nights(4), After(("Wire", 40), ("Fil", 16))).Warnings, Is.Empty);

    [Test]
    public void Shows_no_control_characters_of_an_outlet()
    {
        var summary = new Summary(After(("Evil\u001b[2J\nWire", 3)), true, Tonight.Of([], After(("Evil\u001b[2J\nWire", 3))));
        Assert.That(summary.Lines("out"), Has.None.Match("[\\x00-\\x1f]"));
    }
}
