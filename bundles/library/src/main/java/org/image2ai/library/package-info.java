/** The pictures of people: taken in as if hostile, kept in a safe form, found again by their owners. */
package org.image2ai.library;
