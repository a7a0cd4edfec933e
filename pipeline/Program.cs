using System.CommandLine;
using TechMoves;

// Exit codes: 0 done; 1 done, but inputs were rejected and --strict is set; 2 wrong use or broken configuration; 3 failed, the published dataset is intact.
Console.OutputEncoding = new UTF8Encoding(false);
try
{
    var parsed = CommandLine.Build().Parse(args.Length > 0 ? args : ["--help"]);
    CommandLine.Refuse(parsed);
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
#pragma warning disable CA1031 // the last resort: whatever it is, the exit code must say that nothing was published
catch (Exception e)
#pragma warning restore CA1031
{
    var fault = e is AggregateException several ? several.Flatten().InnerExceptions[0] : e;
    Console.Error.WriteLine($"techmoves: {Message(fault)}");
    return fault is ConfigurationException ? 2 : 3;
}

static string Message(Exception fault) => fault switch
{
    ConfigurationException => fault.Message,
    PublicationException => $"not published, the dataset is as it was: {fault.Message}",
    CorruptPartException => $"{fault.Message}; the published dataset is as it was. Remove this file and run again: it is made anew from what it was made of (of an archive's articles, from the inbox or your backup)",
    // The runtime tells a file that outgrows its limit (EFBIG) by an argument out of range.
    IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { TargetSite.DeclaringType.FullName: "System.IO.RandomAccess" } => $"{fault.Message} The published dataset is as it was; free the disk or mend the permissions and run again.",
    _ => $"this is a fault of the program, the published dataset is as it was; please report it with what follows: {fault}",
};
