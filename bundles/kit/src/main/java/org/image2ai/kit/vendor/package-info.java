/** What every bundle of an AI vendor needs to talk to it: its account, its errors, and pictures that only stream. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.image2ai.kit.vendor;
