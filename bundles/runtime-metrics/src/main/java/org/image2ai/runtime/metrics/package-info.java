/** The one registry of measures, scraped in Prometheus' format. */
package org.image2ai.runtime.metrics;
