/** Personal data: who holds what, and how it is found, copied, corrected, restricted and erased. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.image2ai.api.privacy;
