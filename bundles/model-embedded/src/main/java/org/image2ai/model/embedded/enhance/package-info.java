/** Enhances a picture to four times its size: tile by tile through a network, and straight into a PNG. */
package org.image2ai.model.embedded.enhance;
