/** fal's models for pictures: one provider for each configured account. */
package org.image2ai.model.fal;
