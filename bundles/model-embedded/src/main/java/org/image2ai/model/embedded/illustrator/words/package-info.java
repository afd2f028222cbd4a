/** Reads a prompt: what is to be seen, where, when and in what weather, and which words mean nothing here. */
package org.image2ai.model.embedded.illustrator.words;
