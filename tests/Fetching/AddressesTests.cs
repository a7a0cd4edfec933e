using System.Net;

namespace TechMoves.Tests.Fetching;

/// <summary>Which addresses fetch may connect to.</summary>
sealed class AddressesTests
{
    [TestCase("93.184.216.34"), TestCase("172.32.0.1"), TestCase("2606:2800:220:1::1"), TestCase("::ffff:93.184.216.34"), TestCase("64:ff9b::5db8:d822"), TestCase("2002:5db8:d822::1")]
    public void Are_those_of_the_internet(string address) => Assert.That(Addresses.Public.Allows(IPAddress.Parse(address)), Is.True);

    [TestCase("127.0.0.1"), TestCase("10.1.2.3"), TestCase("172.16.0.1"), TestCase("192.168.1.1"), TestCase("169.254.169.254"), TestCase("100.64.0.1"), TestCase("0.0.0.0"), TestCase("224.0.0.1"), TestCase("255.255.255.255")]
    [TestCase("::1"), TestCase("::"), TestCase("fe80::1"), TestCase("fd00::1"), TestCase("ff02::1"), TestCase("::ffff:10.0.0.1"), TestCase("64:ff9b::a00:1"), TestCase("2002:7f00:1::1"), TestCase("::127.0.0.1")]
    public void Are_none_of_the_own_network(string address) => Assert.That(Addresses.Public.Allows(IPAddress.Parse(address)), Is.False);

    [TestCase("10.1.2.3", true), TestCase("::ffff:10.1.2.3", true), TestCase("10.2.0.1", false), TestCase("fd00::5", true), TestCase("127.0.0.1", false), TestCase("93.184.216.34", true)]
    public void Are_also_those_that_a_setting_names(string address, bool allowed) => Assert.That(Addresses.Read("10.1.0.0/16, fd00::/8").Allows(IPAddress.Parse(address)), Is.EqualTo(allowed));

    [Test]
    public void Must_be_networks() => Assert.That(() => Addresses.Read("10.1.0.0/16,home"), Throws.TypeOf<ConfigurationException>().With.Message.Contains("'home' is no network"));
}
