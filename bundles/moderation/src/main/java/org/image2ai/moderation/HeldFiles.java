package org.image2ai.moderation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.image2ai.api.AccountId;
import org.image2ai.api.moderation.Submission;
import org.image2ai.api.storage.BlobService;
import org.image2ai.api.storage.ObjectKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The files of pictures that wait for a person. */
@Component(service = HeldFiles.class)
public final class HeldFiles {
    private final BlobService blobs;

    @Activate
    public HeldFiles(@Reference BlobService blobs) {
        this.blobs = blobs;
    }

    private static ObjectKey key(String review) {
        return ObjectKey.of("held", review);
    }

    void keep(AccountId account, String review, Submission.Opener file) {
        try (InputStream in = file.open()) {
            blobs.put(account, key(review), in, Long.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open(Review review) {
        return blobs.read(review.account(), key(review.id()));
    }

    void remove(AccountId account, String review) {
        blobs.delete(account, key(review));
    }
}
