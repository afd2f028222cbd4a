/** A vendor on this machine, played from recorded exchanges, and the real way out to it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.image2ai.tck.vendor;
