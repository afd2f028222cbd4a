/** A concern's persistence unit on a database in memory. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.image2ai.tck.jpa;
