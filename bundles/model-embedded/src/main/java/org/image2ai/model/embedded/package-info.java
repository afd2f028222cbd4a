/** The models that run in this process: one provider, one list of models. */
package org.image2ai.model.embedded;
