/** Fills what is under a mask: the model, its mask, and the fills of OpenCV; {@code patch} is our own. */
package org.image2ai.model.embedded.inpaint;
