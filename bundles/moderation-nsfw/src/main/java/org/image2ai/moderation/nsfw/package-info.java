/** Reviews pictures with the MobileNetV2 network of nsfwjs. */
package org.image2ai.moderation.nsfw;
