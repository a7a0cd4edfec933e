using System.CommandLine;
using TechMoves;

// Exit codes: 0 done; 1 done, but inputs were rejected and --strict is set; 2 wrong use or broken configuration; 3 failed, the published dataset is intact.
Console.OutputEncoding = new UTF8Encoding(false);
try
{
    var parsed = CommandLine.Build().Parse(args);
    if (parsed.Errors is [var error, ..]) throw new ConfigurationException($"{error.Message} Try 'techmoves --help'.");
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (AggregateException e) when (e.Flatten().InnerExceptions[0] is ConfigurationException fault)
{
    Console.Error.WriteLine($"techmoves: {fault.Message}");
    return 2;
}
catch (ConfigurationException e)
{
    Console.Error.WriteLine($"techmoves: {e.Message}");
    return 2;
}
catch (PublicationException e)
{
    Console.Error.WriteLine($"techmoves: not published, the dataset is as it was: {e.Message}");
    return 3;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"techmoves: {e.Message} The published dataset is as it was; free the disk or mend the permissions and run again.");
    return 3;
}
