/**
 * Fills a hole with patches of its surroundings, from coarse to fine: Wexler, Shechtman and Irani, "Space-time
 * completion of video" (2007), with the search of Barnes et al., "PatchMatch" (2009).
 */
package org.image2ai.model.embedded.inpaint.patch;
