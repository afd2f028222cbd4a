/** {@code embedded/editor}: the model, its parameters, and how a request becomes steps. */
package org.image2ai.model.embedded.editor;
