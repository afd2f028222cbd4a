package org.image2ai.privacy.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.image2ai.kit.privacy.Admission;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** Bundles and references as far as the roster and its gate look at them. */
final class TestBundles {
    private static final AtomicLong IDS = new AtomicLong(100);
    private static final ClassLoader LOADER = TestBundles.class.getClassLoader();

    private TestBundles() {}

    /** What a bundle declares that holds rows of a table under the key {@code account}. */
    static String holding(String bundle, String... locations) {
        return """
                {"bundle":"%s","holdings":[{"name":"notes","category":"dpv-pd:Interest","purposes":["SERVICE"],
                  "legalBasis":"dpv:Contract","location":["%s"],"subjectKey":"account",
                  "retention":{"active":"account","closed":"P0D"},"atErasure":"ERASE"}]}
                """.formatted(bundle, String.join("\",\"", locations));
    }

    /** What a bundle declares that sends to some recipients. */
    static String sending(String bundle, String... names) {
        String recipients = List.of(names).stream()
                .map(name -> """
                {"name":"%s","country":"US","hosts":["api.example.org"],"safeguard":"","erasure":"EXPIRY",
                  "policyUrl":"","purposes":["SERVICE"],"retention":"P30D"}""".formatted(name))
                .collect(java.util.stream.Collectors.joining(","));
        return "{\"bundle\":\"%s\",\"recipients\":[%s]}".formatted(bundle, recipients);
    }

    /** A bundle of somebody else with a declaration and its digest; with an empty one it declares nothing. */
    static Bundle foreign(String name, String declaration) {
        return bundle(name, declaration, Admission.digest(declaration.getBytes(StandardCharsets.UTF_8)));
    }

    static Bundle bundle(String name, String declaration, String digest) {
        return at("image2ai-plugin:" + name, name, declaration, digest);
    }

    /** A bundle that was installed from a location. */
    static Bundle at(String location, String name, String declaration, String digest) {
        long id = IDS.incrementAndGet();
        Path file = file(declaration);
        BundleRevision revision = revision(digest);
        return (Bundle) Proxy.newProxyInstance(
                LOADER, new Class<?>[] {Bundle.class}, (proxy, method, args) -> switch (method.getName()) {
                    case "getSymbolicName" -> name;
                    case "getLocation" -> location;
                    case "getBundleId" -> id;
                    case "getLastModified" -> 1L;
                    case "getEntry" -> declaration.isEmpty() ? null : url(file);
                    case "adapt" -> revision;
                    case "hashCode" -> (int) id;
                    case "equals" -> proxy == args[0];
                    default -> null;
                });
    }

    private static Path file(String text) {
        try {
            Path file = Files.createTempFile("declaration", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.net.URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BundleRevision revision(String digest) {
        BundleCapability capability = (BundleCapability) Proxy.newProxyInstance(
                LOADER,
                new Class<?>[] {BundleCapability.class},
                (proxy, method, args) -> Map.<String, Object>of("digest", digest));
        return (BundleRevision) Proxy.newProxyInstance(
                LOADER, new Class<?>[] {BundleRevision.class}, (proxy, method, args) -> List.of(capability));
    }

    static BundleContext context(Bundle bundle) {
        return (BundleContext) Proxy.newProxyInstance(
                LOADER, new Class<?>[] {BundleContext.class}, (proxy, method, args) -> switch (method.getName()) {
                    case "getBundle" -> bundle;
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == args[0];
                    default -> null;
                });
    }

    /** A reference to a service that a bundle registered. */
    @SuppressWarnings("unchecked")
    static <S> ServiceReference<S> reference(Bundle owner, String type) {
        return (ServiceReference<S>) Proxy.newProxyInstance(
                LOADER, new Class<?>[] {ServiceReference.class}, (proxy, method, args) -> switch (method.getName()) {
                    case "getBundle" -> owner;
                    case "getProperty" -> new String[] {type};
                    case "compareTo" -> 0;
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == args[0];
                    default -> null;
                });
    }
}
