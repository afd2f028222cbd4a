/** Enlarges a picture: tile by tile through a network or a filter, and straight into a PNG. */
package org.image2ai.model.embedded.enhance;
