/** OpenAI's image models: one provider for each configured account. */
package org.image2ai.model.openai;
