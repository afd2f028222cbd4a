/** The one JTA data source: H2 in a file by default, PostgreSQL by configuration. */
package org.image2ai.datasource;
