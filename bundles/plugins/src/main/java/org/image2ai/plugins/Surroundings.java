package org.image2ai.plugins;

/**
 * What every plugin has around it.
 *
 * @param bundles the framework
 * @param hosts who give it work
 * @param rules what the operator has configured
 */
record Surroundings(Bundles bundles, Hosts hosts, Rules rules) {}
