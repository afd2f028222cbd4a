/** What is told to everybody: the versions of the policy, who gets data, what is held, what is kept in browsers. */
package org.image2ai.privacy.policy;
