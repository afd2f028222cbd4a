/** Health and measures, for those who run the server. */
package org.image2ai.admin;
