/** What every bundle shares: identities, the call context, money, pages and the one error type. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.image2ai.api;
