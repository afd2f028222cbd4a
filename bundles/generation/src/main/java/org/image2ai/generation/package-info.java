/** Durable jobs: admitted with their money, claimed by one worker at a time, ended once. */
package org.image2ai.generation;
