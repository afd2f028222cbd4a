package org.image2ai.privacy.export;

/**
 * Something that should be in a copy and is not.
 *
 * @param bundle whose
 * @param holding of which holding
 * @param name what; empty for all the rest of the holding
 * @param reason why
 */
record Gap(String bundle, String holding, String name, String reason) {
    @Override
    public String toString() {
        return bundle + "/" + holding + (name.isEmpty() ? "" : " " + name) + ": " + reason;
    }
}
