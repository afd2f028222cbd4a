package org.image2ai.karaf;

import java.io.IOException;
import java.io.InputStream;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.kit.privacy.Admission;
import org.ops4j.pax.exam.ProbeBuilder;
import org.ops4j.pax.exam.TestProbeBuilder;

/** A test is a bundle of somebody else: its providers are seen because it declares that it holds nothing. */
public abstract class DeclaringProbe {
    @ProbeBuilder
    public TestProbeBuilder probe(TestProbeBuilder probe) throws IOException {
        try (InputStream in = DeclaringProbe.class.getResourceAsStream("/" + PrivacyDeclaration.FILE)) {
            String digest = Admission.digest(in.readAllBytes());
            return probe.setHeader("Bundle-SymbolicName", "org.example.probe")
                    .setHeader("Provide-Capability", PrivacyDeclaration.CAPABILITY + ";digest=\"" + digest + '"');
        }
    }
}
