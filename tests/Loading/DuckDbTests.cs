using System.Text.Json;
using DuckDB.NET.Data;
using NUnit.Framework;

namespace TechMoves.Tests.Loading;

/// <summary>A foreign reader opens every file and finds the same values, with the types that the schemas promise.</summary>
sealed class DuckDbTests
{
    static readonly string[] Tables = [.. Contract.Tables];

    string _folder = "";

    [OneTimeSetUp]
    public void Publish_the_sample()
    {
        _folder = Path.Combine(Repository.Scratch("duckdb"), "out");
        Publish.Write(Load.Of(Sample.Parts), _folder, Repository.Schemas);
    }

    [TestCaseSource(nameof(Tables))]
    public void Finds_the_same_rows_in_Csv_and_in_Parquet(string table)
    {
        var csv = $"SELECT {string.Join(", ", Types(table).Select(t => t.Type == "VARCHAR[]" ? $"string_split(\"{t.Name}\", '|') AS \"{t.Name}\"" : $"\"{t.Name}\""))} FROM {Csv(table)}";
        var parquet = $"SELECT * FROM read_parquet('{_folder}/{table}.parquet')";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Rows($"({csv}) EXCEPT ALL ({parquet})"), Is.Empty);
            Assert.That(Rows($"({parquet}) EXCEPT ALL ({csv})"), Is.Empty);
            Assert.That(Rows($"SELECT count(*) FROM ({parquet})"), Is.EqualTo(Rows($"SELECT count(*) FROM {Csv(table)}")));
        }
    }

    [TestCaseSource(nameof(Tables))]
    public void Finds_the_columns_and_types_of_the_schema_in_Parquet(string table) =>
        Assert.That(Rows($"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet('{_folder}/{table}.parquet'))"), Is.EqualTo(Types(table).Select(t => $"{t.Name}, {t.Type}")));

    [Test]
    public void Reads_decimals_days_lists_and_nulls_exactly() => Assert.That(
        Rows($"SELECT amount, amount_alt, date, partners, seller, stake_percent, confidence, product, status_history[2], source_count FROM read_parquet('{_folder}/moves.parquet') WHERE company = 'Norvia'"),
        Is.EqualTo(["3000000000.50, 3300000000.00, 2015-03-12, [Kelstone, Ostara Holding], Ostara Holding, 100.00, 0.950, NULL, announced 2015-03-12, 5"]));

    [Test]
    public void Has_nulls_and_no_empty_values() => Assert.That(
        Rows($"SELECT count(*) FROM read_parquet('{_folder}/moves.parquet') WHERE partner = '' OR len(partners) = 0 OR len(status_history) = 0 OR product = ''"), Is.EqualTo(["0"]));

    [Test]
    public void Filters_by_the_statistics_of_Parquet() => Assert.That(
        Rows($"SELECT company FROM read_parquet('{_folder}/moves.parquet') WHERE date >= DATE '2015-03-12' AND amount > 2999999999.99 ORDER BY company"), Is.EqualTo(["Norvia"]));

    [Test]
    public void Keeps_rows_apart_over_several_row_groups()
    {
        var issues = Enumerable.Range(0, ParquetTable.RowGroup * 2 + 1).Select(i => new Issue(null, null, "warning", "rule", null, i % 2 == 0 ? i.ToString(System.Globalization.CultureInfo.InvariantCulture) : null, "m"));
        var file = Path.Combine(_folder, "..", "groups.parquet");
        using (var stream = File.Create(file)) ParquetTable.Write(stream, Columns.Issues, [.. issues]);
        Assert.That(Rows($"SELECT count(*), count(value), max(value::INT), (SELECT max(row_group_id) + 1 FROM parquet_metadata('{file}')) FROM read_parquet('{file}')"), Is.EqualTo(["100001, 50001, 100000, 3"]));
    }

    string Csv(string table) => $"read_csv('{_folder}/{table}.csv', header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', columns = {{{string.Join(", ", Types(table).Select(t => $"'{t.Name}': '{(t.Type == "VARCHAR[]" ? "VARCHAR" : t.Type)}'"))}}})";

    static (string Name, string Type)[] Types(string table)
    {
        using var schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Schemas, table + ".json")));
        return [.. schema.RootElement.GetProperty("fields").EnumerateArray().Select(f => (f.GetProperty("name").GetString()!, f.GetProperty("parquet").GetString()!))];
    }

    static List<string> Rows(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT array_to_string([COALESCE(CAST(COLUMNS(*) AS VARCHAR), 'NULL')], '') FROM ({sql})";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)));
        return rows;
    }
}
