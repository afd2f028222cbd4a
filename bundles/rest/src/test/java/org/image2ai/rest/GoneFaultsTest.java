package org.image2ai.rest;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import org.apache.cxf.interceptor.Fault;
import org.junit.Test;

public class GoneFaultsTest {
    private static IOException in(String type, String why, Throwable cause) {
        IOException failure = new IOException(why, cause);
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement(type, "flush", null, 1)});
        return failure;
    }

    @Test
    public void knowsWhoLeftByJettyWhereverTheSystemBroke() {
        IOException pipe = in("sun.nio.ch.FileDispatcherImpl", "Broken pipe", null);
        IOException jetty = in("org.eclipse.jetty.io.ChannelEndPoint", null, pipe);
        assertTrue(GoneFaults.isGone(new Fault(jetty)));
        assertTrue(GoneFaults.isGone(in("org.eclipse.jetty.server.HttpInput", "Early EOF", null)));
    }

    @Test
    public void aConnectionOfOursThatBreaksIsNobodyWhoLeft() {
        assertFalse(GoneFaults.isGone(new Fault(in("sun.nio.ch.FileDispatcherImpl", "Broken pipe", null))));
    }
}
