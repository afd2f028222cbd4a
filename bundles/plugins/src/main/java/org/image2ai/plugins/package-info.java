/** The life of plugins: put in, replaced side by side, drained, rolled back, removed. */
package org.image2ai.plugins;
