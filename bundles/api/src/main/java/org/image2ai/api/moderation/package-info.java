/** What may be asked for, taken in and given out: reviewers, their findings, and the platform's verdicts. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.image2ai.api.moderation;
