/** The contract of content reviewers, and a review that says what it is told to. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.image2ai.tck.moderation;
