/** The steps of an edit, each a record of what is wanted that can do it. */
package org.image2ai.model.embedded.editor.step;
