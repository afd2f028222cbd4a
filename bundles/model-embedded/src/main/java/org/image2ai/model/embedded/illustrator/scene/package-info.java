/** Composes what was read into a scene: what stands where, how large and how far. */
package org.image2ai.model.embedded.illustrator.scene;
