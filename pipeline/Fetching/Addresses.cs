using System.Net;
using System.Net.Sockets;

namespace TechMoves;

/// <summary>A name that leads to the own machine or network. A feed of the web has nothing to ask there.</summary>
public sealed class PrivateAddressException(string host) : Exception($"{host}: leads to a private address");

/// <summary>The addresses that fetch may connect to: those of the public internet, and the networks that a setting allows.</summary>
public sealed class Addresses(ImmutableArray<IPNetwork> allowed)
{
    // IANA, special-purpose address registries: loopback, private, link-local, shared, multicast, reserved, documentation.
    static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            "::/128", "::1/128", "100::/64", "2001::/23", "2001:db8::/32", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96"), SixToFour = IPNetwork.Parse("2002::/16"), Compatible = IPNetwork.Parse("::/96");

    public static readonly Addresses Public = new([]);

    /// <summary>The addresses that a setting allows beside the public ones: networks, joined by commas.</summary>
    public static Addresses Read(string networks) => new([.. networks.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(n => IPNetwork.TryParse(n, out var network) ? network : throw new ConfigurationException($"setting AllowedNetworks: '{n}' is no network; write for example 10.1.0.0/16 (appsettings.json, TECHMOVES_AllowedNetworks)"))]);

    public bool Allows(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return allowed.Any(n => n.Contains(address)) || !Special.Any(n => n.Contains(address)) && (Inner(address) is not { } inner || Allows(inner));
    }

    /// <summary>Connects to a host by the addresses that its name has at this moment: what was checked is what is asked.</summary>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = await Dns.GetHostAddressesAsync(host, cancel);
        // A proxy of the environment is where the operator wants it; the address behind it is the proxy's to find.
        var isProxy = context.InitialRequestMessage.RequestUri is { } asked && (asked.Port != port || asked.IdnHost.Trim('[', ']') != host.Trim('[', ']'));
        if (!isProxy) found = [.. found.Where(Allows)];
        if (found.Length == 0) throw new PrivateAddressException(host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Refuses an address that the URL itself gives: a proxy would connect to it.</summary>
    public void Refuse(Uri url)
    {
        if (IPAddress.TryParse(url.IdnHost, out var address) && !Allows(address)) throw new PrivateAddressException(url.IdnHost);
    }

    /// <summary>The address of version 4 that one of version 6 stands for.</summary>
    static IPAddress? Inner(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return null;
        var bytes = address.GetAddressBytes();
        return Translated.Contains(address) || Compatible.Contains(address) ? new(bytes.AsSpan(12)) : SixToFour.Contains(address) ? new(bytes.AsSpan(2, 4)) : null;
    }
}
