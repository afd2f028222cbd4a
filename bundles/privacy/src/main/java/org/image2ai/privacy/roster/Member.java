package org.image2ai.privacy.roster;

import java.time.Instant;
import org.image2ai.api.privacy.PrivacyDeclaration;

/**
 * A bundle whose declaration was admitted, and that is not proven empty.
 *
 * @param declaration what it declared when it was last admitted
 * @param digest SHA-256 of the file, in hexadecimal
 * @param admitted when that was
 * @param state whether it can be asked
 * @param reason why it cannot; empty when it can
 */
public record Member(PrivacyDeclaration declaration, String digest, Instant admitted, State state, String reason) {
    /** Whether a bundle can be asked. */
    public enum State {
        /** It is there, and its participant too; or it only sends, and needs none. */
        LIVE,
        /** It is there, and what it must not be. */
        QUARANTINED,
        /** It is gone for now, or its participant is; what it holds is not. */
        ABSENT,
        /** It was uninstalled while it held something. */
        ORPHANED
    }

    /** The symbolic name of the bundle. */
    public String bundle() {
        return declaration.bundle();
    }
}
