/** Privacy requests: from the first word to the proof that it was done. */
package org.image2ai.privacy.request;
