/** Reads an instruction clause by clause; what it cannot read it names. */
package org.image2ai.model.embedded.editor.words;
