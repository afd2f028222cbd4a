/** The live image models: their registry and catalogue, and the router that chooses and runs one. */
package org.image2ai.models;
