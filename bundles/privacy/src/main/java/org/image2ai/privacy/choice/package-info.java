/** What people decide about the use of their data: consents, objections, restrictions, signals of their browsers. */
package org.image2ai.privacy.choice;
