/** Servers that speak OpenAI's Images API: one provider for each that is configured. */
package org.image2ai.model.openai.compatible;
