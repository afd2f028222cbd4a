/** The CamelContext and the routes that take a job through its life. */
package org.image2ai.pipelines;
