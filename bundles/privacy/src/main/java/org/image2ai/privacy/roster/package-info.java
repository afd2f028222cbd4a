/** Every bundle that ever held personal data or sent it out, and the way to ask it. */
package org.image2ai.privacy.roster;
