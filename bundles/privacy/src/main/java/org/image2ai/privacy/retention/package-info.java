/** How long data is kept: sweeps, legal holds, accounts that nobody uses, accounts of children. */
package org.image2ai.privacy.retention;
