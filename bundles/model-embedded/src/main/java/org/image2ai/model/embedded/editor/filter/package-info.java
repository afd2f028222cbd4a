/** What changes the pixels of a picture and knows nothing of instructions. */
package org.image2ai.model.embedded.editor.filter;
