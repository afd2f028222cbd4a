/** Stores objects in a local folder. */
package org.image2ai.storage.filesystem;
