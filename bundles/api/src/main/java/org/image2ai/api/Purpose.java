package org.image2ai.api;

/** Why data is used. A use without a purpose does not happen; people can object per purpose. */
public enum Purpose {
    /** To provide the features that the person asked for. */
    SERVICE,
    /** To take payments and run subscriptions. */
    PAYMENT,
    /** To make routing, quality, speed and safety better. */
    IMPROVEMENT,
    /** To find and stop abuse, fraud and unauthorized access. */
    SECURITY,
    /** To answer questions of the person. */
    SUPPORT,
    /** To understand traffic and conversion. */
    ANALYTICS,
    /** To meet a legal duty. */
    LEGAL
}
