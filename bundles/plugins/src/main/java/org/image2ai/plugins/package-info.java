/** Puts plugins in beside each other, proves them, replaces and removes them while the server works. */
package org.image2ai.plugins;
