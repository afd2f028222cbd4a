package org.image2ai.privacy.roster;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

public class GateTest {
    private static final String DATA = "javax.sql.DataSource";
    private static final String UNIT = "org.apache.aries.jpa.template.JpaTemplate";
    private static final String BLOBS = "org.image2ai.api.storage.BlobService";
    private static final String EGRESS = "org.image2ai.api.egress.Egress";
    private static final String MODELS = "org.image2ai.api.model.ImageModelProvider";

    private final Standing standing = new Standing();
    private final Gate gate = new Gate(standing);
    private final Bundle silent = TestBundles.foreign("org.silent", "");
    private final Bundle holder =
            TestBundles.foreign("org.notes", TestBundles.holding("org.notes", "notes", "ext.org.notes/{account}/f"));
    private final Bundle sender = TestBundles.foreign("org.vendor", TestBundles.sending("org.vendor", "Vendor Inc."));
    private final Bundle liar =
            TestBundles.bundle("org.liar", TestBundles.holding("org.liar", "lies"), "another digest");

    @Rule
    public final TemporaryFolder home = new TemporaryFolder();

    private final String before = System.getProperty("karaf.home", "");
    private Bundle platform;

    @Before
    public void distribution() throws IOException {
        home.newFolder("system", "org", "example", "platform", "1");
        System.setProperty("karaf.home", home.getRoot().toString());
        platform = TestBundles.at("mvn:org.example/platform/1", "org.example.platform", "", "");
    }

    @After
    public void restore() {
        System.setProperty("karaf.home", before);
    }

    private boolean sees(Bundle user, Bundle owner, String type) {
        ServiceReference<Object> reference = TestBundles.reference(owner, type);
        BundleContext context = TestBundles.context(user);
        Collection<ServiceReference<?>> found = new ArrayList<>(List.of(reference));
        gate.find(context, type, null, false, found);
        Map<BundleContext, Collection<ListenerInfo>> told = new HashMap<>(Map.of(context, List.of()));
        gate.event(new ServiceEvent(ServiceEvent.REGISTERED, reference), told);
        assertTrue("who may find a service is told of it, and nobody else", found.isEmpty() == told.isEmpty());
        return !found.isEmpty();
    }

    @Test
    public void whoDeclaresNothingGetsNothing() {
        for (String type : List.of(DATA, UNIT, BLOBS, EGRESS)) {
            assertFalse(type, sees(silent, platform, type));
            assertFalse(type, sees(liar, platform, type));
        }
        assertTrue(sees(silent, platform, "org.osgi.service.cm.ConfigurationAdmin"));
    }

    @Test
    public void whatCameWithTheDistributionIsNotInTheWayOfItself() {
        Bundle other = TestBundles.at("wrap:mvn:org.example/platform/1$x=y", "org.example.other", "", "");
        for (String type : List.of(DATA, UNIT, BLOBS, EGRESS)) {
            assertTrue(type, sees(other, platform, type));
        }
        Bundle added = TestBundles.at("mvn:org.example/added/1", "org.example.added", "", "");
        assertFalse("from a repository, not from the distribution", sees(added, platform, DATA));
        assertFalse("what came with the platform cannot be taken away", standing.quarantine(platform));
    }

    @Test
    public void whoDeclaresGetsWhatItDeclares() {
        assertTrue(sees(holder, platform, DATA));
        assertTrue(sees(holder, platform, BLOBS));
        assertFalse(sees(holder, platform, EGRESS));
        assertTrue(sees(sender, platform, EGRESS));
        assertFalse(sees(sender, platform, DATA));
        assertFalse(sees(sender, platform, BLOBS));
    }

    @Test
    public void nobodyOfOthersGetsTheUnitsOfAnother() {
        assertFalse(sees(holder, platform, UNIT));
        assertTrue(sees(holder, holder, UNIT));
    }

    @Test
    public void nobodySeesTheServicesOfWhoIsNotAdmitted() {
        assertFalse(sees(sender, silent, MODELS));
        assertFalse(sees(sender, liar, MODELS));
        assertTrue(sees(silent, sender, MODELS));
        assertTrue(sees(sender, silent, "java.lang.Runnable"));
    }

    @Test
    public void quarantineTakesEverythingUntilItIsOver() {
        assertTrue(standing.quarantine(holder));
        assertFalse(sees(holder, platform, DATA));
        assertFalse(sees(sender, holder, MODELS));
        standing.release(holder);
        assertTrue(sees(holder, platform, DATA));
    }
}
