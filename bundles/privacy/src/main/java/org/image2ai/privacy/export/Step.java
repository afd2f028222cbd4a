package org.image2ai.privacy.export;

/**
 * One holding of one bundle: what is copied in one go.
 *
 * @param bundle symbolic name
 * @param holding name in its declaration
 */
record Step(String bundle, String holding) {}
