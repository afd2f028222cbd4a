/** Stability AI's services for pictures: one provider for each configured account. */
package org.image2ai.model.stability;
