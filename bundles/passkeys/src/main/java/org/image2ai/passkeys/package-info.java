/** Sign-in by passkeys, as W3C WebAuthn has them: keys of a person's devices in the place of a password. */
package org.image2ai.passkeys;
