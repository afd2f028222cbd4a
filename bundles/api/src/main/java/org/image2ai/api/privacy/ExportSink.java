package org.image2ai.api.privacy;

import java.io.InputStream;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Takes what is exported of one item; streams, so that memory does not grow with it. */
@ProviderType
public interface ExportSink {
    /** The item as data: String, Number, Boolean, List and Map only. */
    void data(Map<String, Object> data);

    /** A file of the item; the stream is read to its end and not closed. */
    void file(String name, String mediaType, InputStream content);

    /** Something that should be there is not: it becomes a GAP in the export, which goes on. */
    void gap(String name, String reason);
}
