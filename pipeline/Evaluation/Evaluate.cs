namespace TechMoves;

/// <summary>The verb evaluate: runs the pipeline on annotated articles and prints how right it is, by language, field and type.</summary>
public static class Evaluate
{
    /// <summary>The fields whose F1 is printed for each type.</summary>
    static readonly ImmutableArray<string> Shown = ["company", "partners", "status", "sector", "amount", "date"];

    /// <summary>The measure of each language, and of all under the name "all".</summary>
    public static ImmutableArray<(string Language, Evaluation Evaluation)> Of(string gold, Settings settings)
    {
        var ignored = NameKey.Ignored(settings);
        var articles = GoldArticle.Read(gold, ignored);
        var found = Found(Pipeline.Dataset(settings with { Articles = gold }, new(quiet: true)), ignored);
        return [.. articles.GroupBy(a => a.Language, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Evaluation.Of(g, found))), ("all", Evaluation.Of(articles, found))];
    }

    /// <summary>The rows of sources by article, in the values that are published.</summary>
    public static ILookup<string, ToldMove> Found(Dataset dataset, IReadOnlySet<string> ignored)
    {
        var sheet = Sheet.All(dataset).Single(s => s.Name == "sources");
        var places = sheet.Columns.Select((name, i) => (name, i)).ToFrozenDictionary(c => c.name, c => c.i, StringComparer.Ordinal);
        return sheet.Rows.ToLookup(row => row[places["article_id"]]!, row => ToldMove.Of(column => row[places[column]], ignored), StringComparer.Ordinal);
    }

    public static void Write(IEnumerable<(string Language, Evaluation Evaluation)> evaluations, TextWriter output)
    {
        foreach (var (language, evaluation) in evaluations) Write(language, evaluation, output);
    }

    static void Write(string language, Evaluation evaluation, TextWriter output)
    {
        Line($"{language.ToUpperInvariant()}: {evaluation.Articles} articles, {evaluation.MainMoves} main moves, {evaluation.Moves} with background");
        Line($"{"level",-22}{"P",8}{"R",8}{"F1",8}");
        foreach (var (level, _) in Evaluation.Levels)
        {
            Line($"{level,-22}{Figures(evaluation.Level(level, main: true))}");
            Line($"{level + ", with background",-22}{Figures(evaluation.Level(level, main: false))}");
        }
        Line($"{"field",-22}{"P",8}{"R",8}{"F1",8}  of aligned main rows");
        foreach (var field in ComparedField.All)
        {
            var (right, all) = evaluation.Share(field.Name);
            var tally = evaluation.Field(field.Name);
            Line($"{field.Name,-22}{Figures(tally)}  {right}/{all} {Figure(all > 0 ? (double)right / all : 0)}");
        }
        var (silent, none) = evaluation.Silent;
        if (none > 0) Line($"{"silent where no move",-22}{silent}/{none} {Figure((double)silent / none)}");
        Line($"{"type",-16}{"P",8}{"R",8}{"F1",8}{"gold",6}   F1 of {string.Join(", ", Shown)}");
        foreach (var (type, tally) in evaluation.Types)
            Line($"{type,-16}{Figures(tally)}{tally.Right + tally.Missed,6}   {string.Join(" ", Shown.Select(f => Figure(evaluation.Field(f, type).F1)))}");
        output.WriteLine();

        void Line(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
    }

    static string Figures(Tally tally) => $"{Figure(tally.Precision),8}{Figure(tally.Recall),8}{Figure(tally.F1),8}";

    static string Figure(double value) => Math.Round(value, 4).ToString("0.0000", CultureInfo.InvariantCulture);
}
