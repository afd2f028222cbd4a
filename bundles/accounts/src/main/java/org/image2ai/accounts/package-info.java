/** People: their accounts, credentials and the age gate. */
package org.image2ai.accounts;
