using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TechMoves.Tests.Fetching;

/// <summary>A server on the loopback address whose answers a test writes byte by byte: it can be slow, cut off, lie and refuse.</summary>
sealed class LoopbackServer : IDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _end = new();
    readonly ConcurrentDictionary<string, Func<Stream, Task>> _answers = new(StringComparer.Ordinal);
    int _open;

    public LoopbackServer()
    {
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _ = Accept();
    }

    public string Address { get; }

    /// <summary>Path and headers of every request, in the order in which they came.</summary>
    public ConcurrentQueue<(string Path, string Headers)> Requests { get; } = new();

    /// <summary>How many requests were answered at once, at most.</summary>
    public int MostAtOnce { get; private set; }

    public int Count(string path) => Requests.Count(r => r.Path == path);

    /// <summary>What a path answers, in bytes of the wire.</summary>
    public void On(string path, Func<Stream, Task> answer) => _answers[path] = answer;

    public void On(string path, string body, string status = "200 OK", string headers = "Content-Type: text/html; charset=utf-8\r\n") => On(path, Encoding.UTF8.GetBytes(body), status, headers);

    public void On(string path, byte[] body, string status = "200 OK", string headers = "") => On(path, async stream =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{headers}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n"));
        await stream.WriteAsync(body);
    });

    /// <summary>Answers one after the other, then the last for ever.</summary>
    public void On(string path, params (string Status, string Headers, string Body)[] answers)
    {
        var next = -1;
        On(path, async stream =>
        {
            var (status, headers, body) = answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)];
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"));
        });
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    async Task Accept()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                _ = Answer(await _listener.AcceptTcpClientAsync(_end.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    async Task Answer(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, false, 1024, leaveOpen: true);
                var path = (await reader.ReadLineAsync())?.Split(' ')[1] ?? "";
                var headers = new StringBuilder();
                while (await reader.ReadLineAsync() is { Length: > 0 } line) headers.Append(line).Append('\n');
                Requests.Enqueue((path, headers.ToString()));
                MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _open));
                if (_answers.TryGetValue(path, out var answer)) await answer(stream);
                else await stream.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
            }
            catch (IOException)
            {
                // the client went away
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }
        }
    }
}
