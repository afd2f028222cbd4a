/** The copy of everything that is held of a person, as one ZIP. */
package org.image2ai.privacy.export;
