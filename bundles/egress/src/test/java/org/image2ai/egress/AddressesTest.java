package org.image2ai.egress;

import static org.junit.Assert.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.Test;

public class AddressesTest {
    @Test
    public void knowsPublicAddresses() throws UnknownHostException {
        for (String address : List.of(
                "93.184.216.34",
                "8.8.8.8",
                "172.32.0.1",
                "100.128.0.1",
                "192.0.1.1",
                "2606:2800:220:1::1",
                "2a00:1450::1",
                "64:ff9b::8.8.8.8")) {
            assertEquals(address, true, Addresses.isPublic(InetAddress.getByName(address)));
        }
    }

    @Test
    public void knowsSpecialAddressesInEveryDress() throws UnknownHostException {
        for (String address : List.of(
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "2002:7f00:1::1",
                "2001:0:53aa:64c::1",
                "2001:db8::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1")) {
            assertEquals(address, false, Addresses.isPublic(InetAddress.getByName(address)));
        }
    }
}
