/** Finds words of lists in prompts, however they are written. */
package org.image2ai.moderation.words;
