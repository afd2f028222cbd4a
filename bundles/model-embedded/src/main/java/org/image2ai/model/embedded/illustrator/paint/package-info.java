/** Paints a scene with vector shapes and icons, from the sky to the grain. */
package org.image2ai.model.embedded.illustrator.paint;
