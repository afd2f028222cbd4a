/** Models that run at Replicate: one provider for each configured account. */
package org.image2ai.model.replicate;
