/** The door to OpenCV's native library. */
@Export
@Version("1.0.0")
package org.image2ai.runtime.opencv;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
