/** The contract of object stores, and a blob service in memory. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.image2ai.tck.storage;
