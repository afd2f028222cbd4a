package org.image2ai.api;

/** The kind of a failure: what a caller may conclude from it. */
public enum ErrorType {
    /** The request is wrong and will stay wrong: a value, a shape, a size. */
    INVALID,
    /** The caller is not known (code {@code unauthenticated}) or may not do this. */
    DENIED,
    /** The thing is not there, or not for this caller. */
    NOT_FOUND,
    /** The request contradicts the present state or an earlier request. */
    CONFLICT,
    /** Something is used up: credit, a rate, a quota, space, permits. */
    EXHAUSTED,
    /** A vendor or another outside party failed. */
    UPSTREAM,
    /** The fault is ours. */
    INTERNAL
}
