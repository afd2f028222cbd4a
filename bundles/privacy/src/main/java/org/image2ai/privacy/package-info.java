/** Privacy: who holds what of whom, and what people can ask of it. */
package org.image2ai.privacy;
