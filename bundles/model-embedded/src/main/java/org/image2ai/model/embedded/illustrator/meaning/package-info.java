/** Finds the known words that mean about the same as an unknown one. */
package org.image2ai.model.embedded.illustrator.meaning;
