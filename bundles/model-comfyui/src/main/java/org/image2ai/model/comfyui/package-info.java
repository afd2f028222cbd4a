/** ComfyUI servers: one provider for each that is configured, one model for each workflow. */
package org.image2ai.model.comfyui;
