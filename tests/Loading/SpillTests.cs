using System.Collections.Immutable;
using System.Reflection;
using static TechMoves.Tests.Loading.Sample;

namespace TechMoves.Tests.Loading;

/// <summary>What load puts aside on disk comes back as it was, and many small buckets give what one gives.</summary>
sealed class SpillTests
{
    static IEnumerable<(object Form, Type Row)> Forms => typeof(Forms).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (f.GetValue(null)!, f.FieldType.GetGenericArguments()[0]));

    [TestCaseSource(nameof(FormNames))]
    public void Packs_every_value_of_a_row(string form)
    {
        var (value, type) = (typeof(Forms).GetField(form)!.GetValue(null)!, typeof(Forms).GetField(form)!.FieldType.GetGenericArguments()[0]);
        var check = typeof(SpillTests).GetMethod(nameof(RoundTrip), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);
        using (Assert.EnterMultipleScope())
            foreach (var empty in (bool[])[false, true])
            {
                var row = Filled(type, new(empty), 0);
                Assert.That(Text(check.Invoke(null, [value, row])!), Is.EqualTo(Text(row!)));
            }
    }

    [Test]
    public void Sorts_more_rows_than_a_run_holds()
    {
        using var spill = Folder("sorter", 3);
        var sorter = new Sorter<Pair>(spill, TechMoves.Forms.Pair, (a, b) => string.CompareOrdinal(a.Left, b.Left));
        for (var i = 0; i < 250_000; i++) sorter.Add(new(((long)i * 7919 % 250_000).ToString("000000", CultureInfo.InvariantCulture), "x"));
        var rows = sorter.Rows().Select(p => p.Left).ToArray();
        Assert.That(rows, Is.Ordered.And.Unique.And.Length.EqualTo(250_000));
    }

    [Test]
    public void Writes_the_same_bytes_with_one_bucket_and_with_many([Values(2, 7, 64)] int buckets, [Values(1, 2)] int threads)
    {
        var root = Repository.Scratch($"buckets-{buckets}-{threads}");
        var parts = Synthetic.Parts(3, 900).ToArray();
        foreach (var night in (int[])[0, 1])
        {
            Publish.Write(Path.Combine(root, "one"), Repository.Schemas, long.MaxValue, open => Load.Into(open, [Part(parts, night)], new(Path.Combine(root, "one")), Overrides.None, Spill.InMemory, 1));
            using var spill = Folder($"buckets-{buckets}-{threads}/spill-{night}", buckets);
            Publish.Write(Path.Combine(root, "many"), Repository.Schemas, long.MaxValue, open => Load.Into(open, [.. Part(parts, night).Chunk(100)], new(Path.Combine(root, "many")), Overrides.None, spill, threads));
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Publish.Files.Where(f => !File.ReadAllBytes(Path.Combine(root, "one", f)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(root, "many", f)))), Is.Empty);
            Assert.That(Validate.Folder(Path.Combine(root, "many")), Is.Empty);
            Assert.That(Samples.Rows(Path.Combine(root, "many"), "changes").Select(c => c["change"]).Distinct(), Is.EquivalentTo(["added", "changed", "merged"]));
        }
    }

    [Test]
    public void Writes_a_large_dataset_by_year_and_reads_it_back()
    {
        var (whole, parts) = (Path.Combine(Repository.Scratch("years"), "whole"), Path.Combine(Repository.Scratch("years-parts"), "parts"));
        var articles = Synthetic.Parts(5, 400).ToArray();
        foreach (var (folder, partition) in new[] { (whole, long.MaxValue), (parts, 399) })
            Publish.Write(folder, Repository.Schemas, partition, open => Load.Into(open, [articles], new(folder), Overrides.None, Spill.InMemory, 1));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Validate.Folder(parts), Is.Empty);
            Assert.That(Directory.GetFiles(Path.Combine(parts, "moves"), "*", SearchOption.AllDirectories), Has.Length.GreaterThan(4).And.All.Contains("year=20"));
            Assert.That(File.Exists(Path.Combine(parts, "moves.csv")), Is.False);
            foreach (var table in Contract.Tables) Assert.That(Lines(parts, table), Is.EquivalentTo(Lines(whole, table)), table);
            var (_, changed) = Publish.Write(parts, Repository.Schemas, 399, open => Load.Into(open, [articles], new(parts), Overrides.None, Spill.InMemory, 1));
            Assert.That(changed, Is.False, "the same again");
            Publish.Write(parts, Repository.Schemas, long.MaxValue, open => Load.Into(open, [articles], new(parts), Overrides.None, Spill.InMemory, 1));
            Assert.That(Directory.Exists(Path.Combine(parts, "moves")), Is.False, "small again: nothing of the large one stays");
            Assert.That(File.ReadAllBytes(Path.Combine(parts, "ids.csv")), Is.EqualTo(File.ReadAllBytes(Path.Combine(whole, "ids.csv"))));
        }

        static string[] Lines(string folder, string table) => [.. Layout.Of(folder, table, "csv").SelectMany(f => File.ReadLines(f).Skip(1))];
    }

    /// <summary>The first night has half of the articles, the second all.</summary>
    static Part[] Part(Part[] parts, int night) => night > 0 ? parts : [.. parts.Where((_, i) => i % 2 == 0)];

    static IEnumerable<string> FormNames => typeof(Forms).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.Name);

    static Spill Folder(string name, int buckets)
    {
        var folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "scratch", name);
        Directory.CreateDirectory(folder);
        return new(folder, buckets);
    }

    static T RoundTrip<T>(Form<T> form, T row)
    {
        var packer = new Packer();
        form.Pack(packer, row);
        var unpacker = new Unpacker(packer.Written.Span, TextPool.Own);
        var back = form.Unpack(ref unpacker);
        Assert.That(unpacker.IsDone, Is.True);
        return back;
    }

    sealed record Filler(bool Empty)
    {
        public int Number { get; set; }
    }

    /// <summary>A row with another value in every place, or with nothing wherever nothing may stand.</summary>
    static object? Filled(Type type, Filler filler, int depth)
    {
        filler.Number++;
        if (Nullable.GetUnderlyingType(type) is { } inner) return filler.Empty ? null : Filled(inner, filler, depth);
        if (type == typeof(string)) return filler.Empty && depth > 3 ? "" : $"é{filler.Number} 📱";
        if (type == typeof(int)) return filler.Number * (filler.Empty ? -1 : 1);
        if (type == typeof(long)) return (long)filler.Number << 40;
        if (type == typeof(ulong)) return (ulong)filler.Number << 50;
        if (type == typeof(uint)) return (uint)filler.Number << 20;
        if (type == typeof(bool)) return !filler.Empty;
        if (type == typeof(decimal)) return filler.Empty ? -0.5m : 12345678901234.50m + filler.Number;
        if (type == typeof(DateOnly)) return new DateOnly(2015, 1, 1).AddDays(filler.Number);
        if (type.IsEnum) return Enum.GetValues(type) is var all ? all.GetValue(filler.Empty ? 0 : all.Length - 1) : null;
        if (type.IsArray) return filler.Empty ? Array.CreateInstance(type.GetElementType()!, 0) : new string?[] { "a", null, "b" };
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            var item = type.GetGenericArguments()[0];
            var items = Array.CreateInstance(item, filler.Empty ? 0 : 2);
            for (var i = 0; i < items.Length; i++) items.SetValue(Filled(item, filler, depth + 1), i);
            return typeof(System.Runtime.InteropServices.ImmutableCollectionsMarshal).GetMethod("AsImmutableArray")!.MakeGenericMethod(item).Invoke(null, [items]);
        }
        var made = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var row = made.Invoke([.. made.GetParameters().Select(p => Filled(p.ParameterType, filler, depth + 1))]);
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is { } set && set.ReturnParameter.GetRequiredCustomModifiers().Length > 0 && !made.GetParameters().Any(c => c.Name == p.Name)))
            property.SetValue(row, Filled(property.PropertyType, filler, depth + 1));
        return row;
    }

    static string Text(object row) => System.Text.Json.JsonSerializer.Serialize(row);
}
