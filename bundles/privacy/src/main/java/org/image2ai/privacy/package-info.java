/** Privacy: who holds what of whom. */
package org.image2ai.privacy;
