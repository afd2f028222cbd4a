/** Google's image models, Gemini and Imagen: one provider for each configured account. */
package org.image2ai.model.google;
