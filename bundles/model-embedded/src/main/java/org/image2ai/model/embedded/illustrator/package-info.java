/** From a prompt to an illustration: read the words, compose a scene, paint it. */
package org.image2ai.model.embedded.illustrator;
