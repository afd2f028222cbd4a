/** Publishes every JAX-RS resource service live, with one way of authentication and one shape of errors. */
package org.image2ai.rest;
