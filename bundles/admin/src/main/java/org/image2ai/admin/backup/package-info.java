/** Everything that the platform keeps, in one file and back again. */
package org.image2ai.admin.backup;
