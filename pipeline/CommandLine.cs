using System.CommandLine;

namespace TechMoves;

/// <summary>The verbs of techmoves, their options and help.</summary>
public static class CommandLine
{
    static readonly Option<string> Articles = new("--articles", "-a") { Description = $"A file or folder of articles: text, HTML, RSS and Atom, JSON Lines, WARC, plain or .gz. Default: {Settings.Default.Articles}", HelpName = "path" };
    static readonly Option<string> Out = new("--out", "-o") { Description = $"The folder of the dataset. Default: {Settings.Default.Out}", HelpName = "folder" };
    static readonly Option<string> State = new("--state") { Description = "The folder of what earlier runs have read and made. Default: OUT.state, beside the dataset", HelpName = "folder" };
    static readonly Option<string> ShardOption = new("--shard") { Description = "Only this shard of the plan: I/N, I from 0; or N, and I from SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX or AWS_BATCH_JOB_ARRAY_INDEX.", HelpName = "I/N" };
    static readonly Option<string> Shards = new("--shards") { Description = "Into how many shards the work is cut. Default: by its size", HelpName = "N" };
    static readonly Option<bool> List = new("--list") { Description = "One a line, as --shard takes them: 3/64." };
    static readonly Option<string> Scope = new("--scope") { Description = $"technology: only moves of technology; any: of all industries. Default: {Settings.Default.Scope.ToString().ToLowerInvariant()}", HelpName = "scope" };
    static readonly Option<string> Threshold = new("--threshold") { Description = string.Create(CultureInfo.InvariantCulture, $"Rows of a lower confidence (0 to 1) go to issues. Default: {Settings.Default.Threshold}"), HelpName = "number" };
    static readonly Option<string> Threads = new("--threads") { Description = "How many threads; 0: one a core. The output is the same for any number. Default: 0", HelpName = "number" };
    static readonly Option<bool> Strict = new("--strict") { Description = "Rejected inputs make exit code 1." };
    static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "No progress and no summary." };

    public static RootCommand Build()
    {
        var root = new RootCommand("Reads French and English news articles and writes a dataset of what technology companies do.")
        {
            Verb("run", "All steps: read the articles that are new, extract, normalize, load and publish the dataset.", (s, _) => Told(Pipeline.Run, s)),
            Verb("plan", "Fix what is new or to be done anew, cut into shards that can be done anywhere.", (s, p) => Planned(Pipeline.Plan(s, Number(p, Shards)), s), Shards),
            Verb("extract", "Step 1 alone: articles to candidates, for one shard or for all.", (s, p) => Done(Pipeline.Extract, s, p), ShardOption),
            Verb("normalize", "Step 2 alone: candidates to sources, for one shard or for all; what is not extracted is extracted first.", (s, p) => Done(Pipeline.Normalize, s, p), ShardOption),
            Verb("missing", "Print the shards of the plan that have no valid part yet, as job arrays write them: 3,7-9.", (s, p) => Missing(s, p.GetValue(List)), List),
            Verb("load", "Step 3 alone: the sources of all parts to the dataset in OUT.", (s, _) => Told((settings, _) => Pipeline.Load(settings), s)),
            Verb("filter", "Read articles as JSON Lines on standard input, write one line for each on standard output: its row of the ledger, its sources, its issues.", (s, _) => Filtered(s)),
            FetchVerb.Of(Articles, Strict, Quiet, parsed => Settings.Read(Given(parsed))), ForgetVerb(),
            ValidateVerb(), ReportVerb.Of(Articles, Out, State, Quiet, parsed => Settings.Read(Given(parsed))), ExplainVerb(), MentionsVerb(), EvaluateVerb(), TrainVerb(), TrainTaggerVerb(),
        };
        return root;
    }

    /// <summary>Says what is wrong with the arguments, most telling first: an unknown word rather than the verb that it is not.</summary>
    public static void Refuse(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0) return;
        var verb = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
        throw new ConfigurationException(parsed.UnmatchedTokens is [var unknown, ..]
            ? $"'{unknown}' is no {(unknown.StartsWith('-') ? "option" : verb.Length > 0 ? "argument" : "verb")}{(verb.Length > 0 ? " of" + verb : "")}; see 'techmoves{verb} --help'"
            : $"{parsed.Errors[0].Message.TrimEnd('.')}; see 'techmoves{verb} --help'");
    }

    static Command Verb(string name, string description, Func<Settings, ParseResult, int> run, params Option[] others)
    {
        var command = new Command(name, description) { Articles, Out, State, Scope, Threshold, Threads, Strict, Quiet };
        foreach (var option in others) command.Add(option);
        command.SetAction(parsed => run(Settings.Read(Given(parsed)), parsed));
        return command;
    }

    static Command ForgetVerb()
    {
        var ids = new Argument<string[]>("ids") { Description = "The article_id of each article to forget.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("forget", "Remove articles from the archive, for ever, and publish the dataset without them.") { ids, Out, State, Quiet };
        command.SetAction(parsed =>
        {
            return Told((settings, _) => Pipeline.Forget(settings, parsed.GetValue(ids)!), Settings.Read(Given(parsed)));
        });
        return command;
    }

    static Command ValidateVerb()
    {
        var folder = new Argument<string>("folder") { Description = "A published dataset.", DefaultValueFactory = _ => "" };
        var command = new Command("validate", "Check a published dataset against its schemas: every row, key and foreign key. Exit code 3 if a rule is broken.") { folder };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(folder) is { Length: > 0 } given ? given : Settings.Read([]).Out;
            if (!Directory.Exists(path)) throw new ConfigurationException($"{path}: no such folder; pass the folder of a dataset");
            var faults = Validate.Folder(path);
            foreach (var fault in faults.Take(100)) Console.Error.WriteLine($"{fault.Table} {fault.Row}: {(fault.Column is null ? "" : fault.Column + " ")}{fault.Rule}");
            Console.WriteLine(faults.Count == 0 ? $"{path}: valid" : $"{path}: {faults.Count} faults");
            return faults.Count == 0 ? 0 : 3;
        });
        return command;
    }

    static Command ExplainVerb()
    {
        var file = new Argument<string>("file") { Description = "A file of articles; of several, all are explained." };
        var sentence = new Option<int?>("--sentence", "-s") { Description = "Print this sentence of each article alone, by its number in brackets.", HelpName = "number" };
        var command = new Command("explain", "Print the layers of an article: blocks, sentences with chunks and frames, names, candidates with what their confidence is made of, and what was dropped and why.") { file, sentence };
        command.SetAction(parsed =>
        {
            var settings = Settings.Read([]);
            Explain.Write(parsed.GetValue(file)!, settings, Knowledge.Read(settings.Data, settings.Schemas), Console.Out, parsed.GetValue(sentence));
            return 0;
        });
        return command;
    }

    static Command MentionsVerb()
    {
        var command = new Command("mentions", "Read JSON Lines {id, language, published, text} on standard input, write {id, mentions} on standard output: amounts, dates, companies.");
        command.SetAction(_ =>
        {
            var settings = Settings.Read([]);
            using var output = Console.OpenStandardOutput();
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            MentionFilter.Run(input, output, Knowledge.Read(settings.Data, settings.Schemas));
            return 0;
        });
        return command;
    }

    static Command EvaluateVerb()
    {
        var gold = new Argument<string>("gold") { Description = "Annotated articles: JSON Lines as the input has them, with moves." };
        var misses = new Option<bool>("--misses", "-m") { Description = "List instead what is missed and wrong, one thing a line that begins with its kind: missed, wrong, status, date, ..." };
        var command = new Command("evaluate", "Run on annotated articles and print precision, recall and F1 by language, field and type of move.") { gold, misses };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(misses)) Misses.Write(parsed.GetValue(gold)!, Settings.Read([]), Console.Out);
            else Evaluate.Write(Evaluate.Of(parsed.GetValue(gold)!, Settings.Read([])), Console.Out);
            return 0;
        });
        return command;
    }

    static Command TrainVerb()
    {
        var gold = new Argument<string[]>("gold") { Description = "Annotated articles: JSON Lines as the input has them, with moves.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = "The file to write. Default: data/confidence.csv", HelpName = "file", DefaultValueFactory = _ => "data/confidence.csv" };
        var command = new Command("train", "Fit the confidence model on annotated articles, print what it is worth by cross-validation, and write it.") { gold, output };
        command.SetAction(parsed =>
        {
            Train.Run(parsed.GetValue(gold)!, parsed.GetValue(output)!, Settings.Read([]), Console.Out);
            return 0;
        });
        return command;
    }

    static Command TrainTaggerVerb()
    {
        var language = new Argument<string>("language") { Description = "The code of the language." };
        var output = new Argument<string>("output") { Description = "The file of weights to write: data/languages/CODE/tagger.bin." };
        var treebanks = new Argument<string[]>("treebanks") { Description = "CoNLL-U files.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("train-tagger", "Train the part-of-speech tagger of a language on treebanks.") { language, output, treebanks };
        command.SetAction(parsed =>
        {
            var settings = Settings.Read([]);
            var code = parsed.GetValue(language)!;
            var known = Knowledge.Read(settings.Data, settings.Schemas).LanguageOf(code) ?? throw new ConfigurationException($"'{code}': no such language in {settings.Data}");
            foreach (var file in parsed.GetValue(treebanks)!) if (!File.Exists(file)) throw new ConfigurationException($"{file}: no such file");
            TaggerTraining.Train(parsed.GetValue(treebanks)!, known, parsed.GetValue(output)!);
            return 0;
        });
        return command;
    }

    static IEnumerable<KeyValuePair<string, string?>> Given(ParseResult parsed)
    {
        foreach (var (option, key) in new[] { (Articles, "Articles"), (Out, "Out"), (State, "State"), (Scope, "Scope"), (Threshold, "Threshold"), (Threads, "Threads") })
            if (parsed.GetValue(option) is { } value) yield return new(key, value);
        if (parsed.GetValue(Strict)) yield return new("Strict", "true");
        if (parsed.GetValue(Quiet)) yield return new("Quiet", "true");
    }

    static int Number(ParseResult parsed, Option<string> option) => parsed.GetValue(option) is not { } text ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 100_000 ? number
        : throw new ConfigurationException($"{option.Name}: '{text}' must be a number from 1 to 100000");

    static int Done(Action<Settings, Shard?, Progress> step, Settings settings, ParseResult parsed)
    {
        using var progress = new Progress(settings.Quiet);
        step(settings, parsed.GetValue(ShardOption) is { } text ? Shard.Read(text) : null, progress);
        return 0;
    }

    static int Planned(Plan? plan, Settings settings)
    {
        if (settings.Quiet) return 0;
        Console.WriteLine(plan is null ? "nothing to do" : string.Create(CultureInfo.InvariantCulture, $"night {plan.Number:0000}: {plan.Shards.Length} shards, {plan.Shards.Sum(s => s.Files.Length)} files to read, {plan.Shards.Sum(s => s.Archived.Length)} parts of the archive to do anew"));
        return 0;
    }

    static int Missing(Settings settings, bool list)
    {
        using var night = Night.Join(settings);
        var missing = night.Missing().ToList();
        if (list) foreach (var shard in missing) Console.WriteLine($"{shard.Index}/{shard.Count}");
        else if (missing.Count > 0) Console.WriteLine(Shard.Ranges(missing.Select(s => s.Index)));
        return 0;
    }

    static int Filtered(Settings settings)
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        Pipeline.Filter(settings, input, output);
        return 0;
    }

    static int Told(Func<Settings, Progress, Summary> work, Settings settings)
    {
        Summary summary;
        using (var progress = new Progress(settings.Quiet)) summary = work(settings, progress);
        if (!settings.Quiet) foreach (var line in summary.Lines(settings.Out)) Console.WriteLine(line);
        foreach (var warning in summary.Night?.Warnings ?? []) Console.Error.WriteLine($"techmoves: warning: {warning}");
        return settings.Strict && Rejections.Any(settings) ? 1 : 0;
    }
}
