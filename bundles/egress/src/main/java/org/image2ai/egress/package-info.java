/** The guarded way out to other hosts over HTTP. */
package org.image2ai.egress;
