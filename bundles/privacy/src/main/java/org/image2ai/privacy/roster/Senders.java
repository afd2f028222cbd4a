package org.image2ai.privacy.roster;

/** Which bundles may have sent something of people to the recipients that they declare. */
public interface Senders {
    /**
     * Whether a bundle may have sent something. A vendor's bundle without an account has nowhere to send it to; of a bundle
     * that is gone, or of another kind, nobody can say that it has not.
     */
    boolean mayHaveSent(String bundle);

    /** Whether a bundle is, or ever was, a plugin of a kind that sends only what the platform gives it. */
    boolean isOfKind(String bundle, String kind);
}
