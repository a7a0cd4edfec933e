namespace TechMoves;

/// <summary>Reads JSON as pages write it: with comments and trailing commas, raw line breaks in strings, entities for quotes, or cut off.</summary>
public static class LooseJson
{
    const int Deepest = 64;

    static readonly System.Buffers.SearchValues<char> Hexadecimal = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The values of a script; several may stand one after the other. Where nothing makes it JSON, none.</summary>
    public static List<JsonElement> Read(string script)
    {
        var text = Bare(script);
        if (text.Length == 0) return [];
        if (Parse(text) is { } values) return values;
        // Entities for quotes come before the mending, which would take all between two real quotes for one string.
        if (text.Contains("&quot;", StringComparison.Ordinal) || text.Contains("&#34;", StringComparison.Ordinal)) text = System.Net.WebUtility.HtmlDecode(text);
        return Parse(text) ?? Parse(Mended(text)) ?? [];
    }

    /// <summary>The first text value of a key, wherever it stands: for scripts that no reader makes sense of.</summary>
    public static string? Find(string script, string key)
    {
        for (var at = script.IndexOf($"\"{key}\"", StringComparison.Ordinal); at >= 0; at = script.IndexOf($"\"{key}\"", at + 1, StringComparison.Ordinal))
        {
            var i = at + key.Length + 2;
            while (i < script.Length && (char.IsWhiteSpace(script[i]) || script[i] == ':')) i++;
            if (i >= script.Length || script[i] != '"') continue;
            var end = i + 1;
            while (end < script.Length && !(script[end] == '"' && ClosesString(script, end))) end += script[end] == '\\' ? 2 : 1;
            return Unescaped(script[(i + 1)..Math.Min(end, script.Length)]);
        }
        return null;
    }

    static string Bare(string script)
    {
        var text = script.AsSpan().Trim().TrimEnd(';');
        foreach (var (open, close) in (ReadOnlySpan<(string, string)>)[("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("// <![CDATA[", "// ]]>"), ("<![CDATA[", "]]>")])
        {
            if (text.StartsWith(open, StringComparison.Ordinal)) text = text[open.Length..].Trim();
            if (text.EndsWith(close, StringComparison.Ordinal)) text = text[..^close.Length].Trim();
        }
        return text.TrimEnd(';').ToString();
    }

    static List<JsonElement>? Parse(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var values = new List<JsonElement>();
        try
        {
            for (var at = 0; at < bytes.Length;)
            {
                var reader = new Utf8JsonReader(bytes.AsSpan(at), new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Deepest });
                values.Add(JsonElement.ParseValue(ref reader));
                at += (int)reader.BytesConsumed;
                while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)',' or (byte)';') at++;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
        return values;
    }

    /// <summary>Escapes what may not stand in a string: control characters, and quotes that close nothing; closes what was left open.</summary>
    static string Mended(string text)
    {
        var mended = new StringBuilder(text.Length + 64);
        var open = new Stack<char>();
        var isString = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!isString)
            {
                if (c is '{' or '[') open.Push(c == '{' ? '}' : ']');
                else if (c is '}' or ']' && open.Count > 0) open.Pop();
                else if (c == '"') isString = true;
                mended.Append(c);
            }
            else if (c == '\\' && i + 1 < text.Length)
            {
                var next = text[++i];
                if (next is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' || next == 'u' && i + 4 < text.Length && !text.AsSpan(i + 1, 4).ContainsAnyExcept(Hexadecimal)) mended.Append(c);
                mended.Append(next is '\n' or '\r' or '\t' ? ' ' : next);
            }
            else if (c == '"')
            {
                isString = !ClosesString(text, i);
                mended.Append(isString ? "\\\"" : "\"");
            }
            else mended.Append(c == '\n' ? "\\n" : c < ' ' ? " " : c.ToString());
        }
        if (isString) mended.Append('"');
        while (open.Count > 0) mended.Append(open.Pop());
        return mended.ToString();
    }

    /// <summary>A quote closes a string if a comma before a quote or bracket, a colon or a closing bracket follows.</summary>
    static bool ClosesString(string text, int quote)
    {
        var next = Next(text, quote + 1);
        return next >= text.Length || text[next] is ':' or '}' or ']' || text[next] == ',' && (Next(text, next + 1) is var after && (after >= text.Length || text[after] is '"' or '{' or '[' or '}' or ']' or '-' or 't' or 'f' or 'n' || char.IsAsciiDigit(text[after])));
    }

    static int Next(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    static string Unescaped(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<string>($"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\\\\\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n").Replace('\t', ' ')}\"") ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
