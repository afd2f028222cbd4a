/** Parts a picture's subject from its background: finds it, refines its edge, cleans its colours. */
package org.image2ai.model.embedded.editor.cutout;
