/** The one way to stored bytes, handed out per bundle. */
package org.image2ai.blobs;
