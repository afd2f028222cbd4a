/** Credits: a double-entry ledger with holds, and the plan that fills it. */
package org.image2ai.billing;
