namespace TechMoves;

/// <summary>The files of the six tables while they are written.</summary>
public sealed class TableFiles : IDisposable
{
    readonly List<IDisposable> _files = [];
    readonly List<Action> _closings = [];

    public TableFiles(string folder, Contract contract)
    {
        Rows = new(Open("moves", Columns.Moves), Open("articles", Columns.Articles), Open("sources", Columns.Sources), Open("issues", Columns.Issues), Open("changes", Columns.Changes), Open("ids", Columns.Ids));

        Action<T> Open<T>(string table, ImmutableArray<Column<T>> columns)
        {
            var writer = new TableWriter<T>(Path.Combine(folder, table), columns, contract.Check(table));
            _files.Add(writer);
            _closings.Add(writer.Close);
            return writer.Add;
        }
    }

    public Tables Rows { get; }

    /// <summary>Flushes all files: then, and only then, they are whole.</summary>
    public void Close() => _closings.ForEach(close => close());

    public void Dispose() => _files.ForEach(file => file.Dispose());
}
