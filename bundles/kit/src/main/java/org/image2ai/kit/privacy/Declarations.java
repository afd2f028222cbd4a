package org.image2ai.kit.privacy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.osgi.framework.Bundle;

/** Reads {@value PrivacyDeclaration#FILE}. A word that the schema does not know is refused: it may be a misspelt duty. */
public final class Declarations {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Declarations() {}

    /**
     * What a bundle declares; empty when it has no such file.
     *
     * @throws PlatformException INVALID {@code invalid_declaration} when it cannot be understood, or speaks for another
     *     bundle
     */
    public static Optional<PrivacyDeclaration> of(Bundle bundle) {
        return file(bundle).map(file -> of(bundle, file));
    }

    private static PrivacyDeclaration of(Bundle bundle, byte[] file) {
        PrivacyDeclaration declaration = parse(file);
        if (!declaration.bundle().equals(bundle.getSymbolicName())) {
            throw invalid(bundle.getSymbolicName() + ", which speaks for " + declaration.bundle(), null);
        }
        return declaration;
    }

    /** The bytes of a bundle's declaration; empty when it has no such file. */
    public static Optional<byte[]> file(Bundle bundle) {
        URL file = bundle.getEntry(PrivacyDeclaration.FILE);
        if (file == null) {
            return Optional.empty();
        }
        try (InputStream in = file.openStream()) {
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw invalid(bundle.getSymbolicName(), e);
        }
    }

    /** @throws PlatformException INVALID {@code invalid_declaration} when it cannot be understood */
    public static PrivacyDeclaration parse(byte[] file) {
        try {
            if (!(JSON.readTree(file) instanceof ObjectNode node)) {
                throw invalid("a bundle", null);
            }
            for (String list : new String[] {"holdings", "recipients", "browser"}) {
                if (!node.has(list)) {
                    node.set(list, new ArrayNode(JSON.getNodeFactory()));
                }
            }
            if (!node.has("none")) {
                node.put("none", "");
            }
            return JSON.treeToValue(node, PrivacyDeclaration.class);
        } catch (IOException e) {
            throw invalid("a bundle", e);
        }
    }

    private static PlatformException invalid(String whose, Throwable cause) {
        PlatformException invalid = PlatformException.invalid(
                "invalid_declaration",
                "The privacy declaration of " + whose + " is not valid"
                        + (cause == null
                                ? "."
                                : ": " + cause.getMessage().lines().findFirst().orElse("")));
        return cause == null ? invalid : invalid.causedBy(cause);
    }
}
