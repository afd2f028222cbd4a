package org.image2ai.api.moderation;

/** How strictly a prompt is to be reviewed. */
public enum Strictness {
    /** As the operator set it. */
    USUAL,
    /** Less, where the operator allows that. */
    LOW
}
