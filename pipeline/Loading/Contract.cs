namespace TechMoves;

/// <summary>A breach of the contract: where it is and which rule it breaks. Column is null where several are concerned.</summary>
public sealed record Fault(string Table, string Row, string? Column, string Rule);

/// <summary>The rows of a table as CSV has them, whether they are about to be written or were read back.</summary>
public sealed record Rows(string Table, IReadOnlyList<string> Columns, IEnumerable<string?[]> Cells);

/// <summary>The schemas of the dataset, and the check of every row against them: values, keys, references, and what columns owe each other.</summary>
public sealed class Contract
{
    /// <summary>The tables in the order in which they are read: those first that others point to.</summary>
    public static readonly ImmutableArray<string> Tables = ["moves", "articles", "sources", "issues", "changes", "ids"];

    readonly FrozenDictionary<string, TableSchema> _schemas;
    readonly FrozenSet<(string Table, string Column)> _targets;

    Contract(FrozenDictionary<string, TableSchema> schemas)
    {
        _schemas = schemas;
        _targets = schemas.SelectMany(s => s.Value.ForeignKeys.Select(k => (k.Table.Length > 0 ? k.Table : s.Key, k.Target))).ToFrozenSet();
    }

    public TableSchema this[string table] => _schemas[table];

    public RowCheck Check(string table) => new(table, _schemas[table]);

    public static Contract Read(string schemas) =>
        new(Tables.ToFrozenDictionary(t => t, t => TableSchema.Read(Path.Combine(schemas, t + ".json")), StringComparer.Ordinal));

    /// <summary>All breaches, table by table; references are looked up when all rows are known.</summary>
    public IEnumerable<Fault> Faults(IEnumerable<Rows> tables)
    {
        var known = _targets.ToDictionary(t => t, _ => new HashSet<string>(StringComparer.Ordinal));
        var references = new List<(Fault Broken, (string, string) Target, string Value)>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            foreach (var fault in Faults(table, known, references, done)) yield return fault;
            done.Add(table.Table);
        }
        foreach (var (broken, target, value) in references)
            if (!known[target].Contains(value)) yield return broken;
    }

    IEnumerable<Fault> Faults(Rows rows, Dictionary<(string, string), HashSet<string>> known, List<(Fault, (string, string), string)> references, HashSet<string> done)
    {
        var schema = _schemas[rows.Table];
        if (!rows.Columns.SequenceEqual(schema.Columns.Select(c => c.Name), StringComparer.Ordinal))
        {
            yield return new(rows.Table, "header", null, $"the columns must be {string.Join(",", schema.Columns.Select(c => c.Name))}");
            yield break;
        }
        var places = rows.Columns.Select((name, i) => (name, i)).ToFrozenDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
        var keys = schema.PrimaryKey.Select(k => places[k]).ToArray();
        var foreign = schema.ForeignKeys.Select(k => (Key: k, Place: places[k.Column], Target: (k.Table.Length > 0 ? k.Table : rows.Table, k.Target))).ToArray();
        var targets = places.Where(p => known.ContainsKey((rows.Table, p.Key))).Select(p => (Place: p.Value, Known: known[(rows.Table, p.Key)])).ToArray();
        var unique = schema.Columns.Select(c => c.Unique ? new HashSet<string>(StringComparer.Ordinal) : null).ToArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        var check = new RowCheck(rows.Table, schema);
        foreach (var cells in rows.Cells)
        {
            var key = check.Key(cells, ++number);
            foreach (var (column, rule) in check.Faults(cells)) yield return new(rows.Table, key, column, rule);
            for (var i = 0; i < cells.Length; i++)
                if (unique[i] is { } values && cells[i] is { } value && !values.Add(value)) yield return new(rows.Table, key, schema.Columns[i].Name, $"'{value}' stands in an earlier row");
            if (keys.Length > 0 && !seen.Add(string.Join('\u001f', keys.Select(k => cells[k])))) yield return new(rows.Table, key, null, $"an earlier row has the same {string.Join(" and ", schema.PrimaryKey)}");
            foreach (var (place, set) in targets)
                if (cells[place] is { } value) set.Add(value);
            // Only what points to rows still to come must be kept.
            foreach (var (reference, place, target) in foreign)
            {
                if (cells[place] is not { } value || known[target].Contains(value)) continue;
                var broken = new Fault(rows.Table, key, reference.Column, $"'{value}' is not among {reference.Target} of {target.Item1}");
                if (done.Contains(target.Item1)) yield return broken;
                else references.Add((broken, target, value));
            }
        }
    }
}
