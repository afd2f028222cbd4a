package org.image2ai.moderation;

import java.time.Instant;
import org.image2ai.api.moderation.ContentCategory;

/**
 * What stays of content that was refused, for a while.
 *
 * @param review the review that gave it
 * @param category why
 * @param points how much it counts
 * @param created when it was given
 * @param expires when it is forgotten
 */
record Strike(String review, ContentCategory category, int points, Instant created, Instant expires) {}
