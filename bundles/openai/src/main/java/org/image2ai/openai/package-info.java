/** The image endpoints of OpenAI's API, so that its clients work with another base address. */
package org.image2ai.openai;
