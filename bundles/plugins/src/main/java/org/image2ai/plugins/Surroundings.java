package org.image2ai.plugins;

import java.util.function.Supplier;

/**
 * What every plugin has around it.
 *
 * @param bundles the framework
 * @param hosts who give it work
 * @param rules what the operator has configured; may change
 */
record Surroundings(Bundles bundles, Hosts hosts, Supplier<Rules> rules) {}
