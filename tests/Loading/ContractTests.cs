using System.Collections.Immutable;
using System.Text.Json;
using NUnit.Framework;

namespace TechMoves.Tests.Loading;

sealed class ContractTests
{
    static readonly Contract Contract = Contract.Read(Repository.Schemas);

    static readonly Sheet[] Sheets = [.. Sheet.All(Sample.Dataset)];

    [TestCaseSource(nameof(Sheets))]
    public void Writes_the_columns_of_the_schema_in_their_order(Sheet sheet) => Assert.That(sheet.Columns, Is.EqualTo(Contract[sheet.Name].Columns.Select(c => c.Name)));

    [Test]
    public void Lists_the_terms_that_the_program_knows()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Allowed("moves", "type"), Is.EquivalentTo(Names<MoveType>()));
            Assert.That(Allowed("moves", "status"), Is.EquivalentTo(Names<Status>()));
            Assert.That(Allowed("moves", "status_detail"), Is.EquivalentTo(Names<StatusDetail>()));
            Assert.That(Allowed("moves", "amount_qualifier"), Is.EquivalentTo(Names<Qualifier>()));
            Assert.That(Allowed("moves", "amount_kind"), Is.EquivalentTo(Names<AmountKind>()));
            Assert.That(Allowed("moves", "date_precision"), Is.EquivalentTo(Names<Precision>().Where(p => p != "half")));
            Assert.That(Allowed("moves", "date_basis"), Is.EquivalentTo(Names<DateBasis>()));
            Assert.That(Allowed("sources", "asserter"), Is.EquivalentTo(Names<Asserter>()));
            Assert.That(Allowed("articles", "outcome"), Is.EquivalentTo(Names<Outcome>()));
            Assert.That(Allowed("changes", "change"), Is.EquivalentTo(Names<ChangeKind>()));
            Assert.That(Allowed("ids", "state"), Is.EquivalentTo(Names<IdState>()));
        }
    }

    [Test]
    public void Describes_every_column_with_meaning_and_example([ValueSource(typeof(Contract), nameof(TechMoves.Contract.Tables))] string table)
    {
        using var schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Schemas, table + ".json")));
        foreach (var (field, column) in schema.RootElement.GetProperty("fields").EnumerateArray().Zip(Contract[table].Columns))
        {
            Assert.That(field.GetProperty("title").GetString(), Is.Not.Empty);
            Assert.That(field.GetProperty("description").GetString(), Is.Not.Empty);
            var example = field.GetProperty("example");
            Assert.That(column.Fault(example.ValueKind is JsonValueKind.True or JsonValueKind.False ? example.GetRawText() : example.ToString()), Is.Null, $"the example of {column.Name}");
        }
    }

    [Test]
    public void Says_the_same_of_a_row_as_an_object([Values("moves", "sources")] string table)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Schemas, table + ".row.schema.json")));
        var properties = document.RootElement.GetProperty("properties").EnumerateObject().ToArray();
        Assert.That(properties.Select(p => p.Name), Is.EqualTo(Contract[table].Columns.Select(c => c.Name)));
        foreach (var (property, column) in properties.Zip(Contract[table].Columns))
        {
            var allowed = property.Value.TryGetProperty("enum", out var terms) ? terms.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()) : [];
            Assert.That(property.Value.GetProperty("type").ValueKind == JsonValueKind.Array, Is.EqualTo(!column.Required), column.Name);
            Assert.That(allowed, Is.EquivalentTo(column.Allowed ?? System.Collections.Frozen.FrozenSet<string>.Empty), column.Name);
            Assert.That(property.Value.GetProperty("description").GetString(), Is.EqualTo(Description(table, column.Name)), column.Name);
        }
    }

    [Test]
    public void Finds_no_fault_in_the_sample() => Assert.That(Contract.Faults(Sheets.Select(s => new Rows(s.Name, s.Columns, s.Rows))), Is.Empty);

    [TestCaseSource(typeof(Spoilt), nameof(Spoilt.Rows))]
    public void Finds_what_is_wrong_with_a_row(Spoilt spoilt)
    {
        var faults = Contract.Faults(Sheets.Select(s => new Rows(s.Name, s.Columns, s.Name == spoilt.Table ? s.Rows.Select((row, i) => i == 0 ? spoilt.Apply(s.Columns, row) : row) : s.Rows)));
        Assert.That(faults.Select(f => f.Column ?? "key"), Does.Contain(spoilt.Fault));
    }

    static string? Description(string table, string column)
    {
        using var schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Schemas, table + ".json")));
        return schema.RootElement.GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("name").ValueEquals(column)).GetProperty("description").GetString();
    }

    static IEnumerable<string> Allowed(string table, string column) => Contract[table].Columns.Single(c => c.Name == column).Allowed!;

    static IEnumerable<string> Names<T>() where T : struct, Enum => Enum.GetValues<T>().Select(Terms.Of);
}

/// <summary>A value that spoils the first row of a table of the sample, and the column in which the fault is found. Scope says who can see it: a schema of columns, one of whole rows, or our check alone.</summary>
sealed record Spoilt(string Table, string Column, string? Value, string Fault, string Scope)
{
    public static readonly Spoilt[] Rows =
    [
        .. File.ReadLines(Path.Combine(Repository.Tests, "cases", "spoilt-rows.csv")).Skip(1).Select(l => l.Split(',')).Select(f => new Spoilt(f[0], f[1], f[2].Length > 0 ? f[2] : null, f[3], f[4])),
    ];

    public string?[] Apply(ImmutableArray<string> columns, string?[] row) => [.. row.Select((cell, i) => columns[i] == Column ? Value : cell)];

    public override string ToString() => $"{Table} {Column} {Value ?? "(null)"}";
}
