/** What a picture's file says of its origin: found in, and written into, PNG, JPEG and WebP without decoding them. */
package org.image2ai.library.mark;
