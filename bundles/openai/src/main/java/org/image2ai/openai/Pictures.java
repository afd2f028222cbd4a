package org.image2ai.openai;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.api.AssetId;
import org.image2ai.api.CallContext;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.JobRequest.Input;
import org.image2ai.api.library.Asset;
import org.image2ai.api.library.Library;
import org.image2ai.api.model.RenderInput.Role;
import org.image2ai.api.rest.Form;

/** The pictures of one request on their way into the caller's library. What no job takes is removed again. */
final class Pictures implements AutoCloseable {
    private static final int MOST = 16;
    private static final Pattern DATA = Pattern.compile("data:image/[a-z+.-]{1,20};base64,");

    private final Library library;
    private final CallContext call;
    private final List<Input> inputs = new ArrayList<>();
    private final List<AssetId> uploaded = new ArrayList<>();
    private final List<String> content = new ArrayList<>();
    private boolean taken;

    Pictures(Library library, CallContext call) {
        this.library = library;
        this.call = call;
    }

    /** Takes in the pictures of a form. */
    Pictures addAll(Form form) {
        List<Form.Part> images = form.files("image");
        List<Form.Part> masks = form.files("mask");
        requireSome(images.size(), "image");
        if (masks.size() > 1) {
            throw PlatformException.invalid("invalid_parameter", "There is more than one mask.")
                    .withField("mask");
        }
        images.forEach(part -> upload(part.content(), Role.IMAGE));
        masks.forEach(part -> upload(part.content(), Role.MASK));
        return this;
    }

    /** Takes in the pictures of a JSON body. */
    Pictures addAll(EditBody body) {
        List<EditBody.Reference> images = body.images() == null ? List.of() : body.images();
        requireSome(images.size(), "images");
        images.forEach(image -> add(image, Role.IMAGE, "images"));
        if (body.mask() != null) {
            add(body.mask(), Role.MASK, "mask");
        }
        return this;
    }

    private static void requireSome(int images, String field) {
        if (images == 0) {
            throw PlatformException.invalid("missing_field", "Missing required parameter: '" + field + "'.")
                    .withField(field);
        }
        if (images > MOST) {
            throw PlatformException.invalid("invalid_parameter", "There may be at most " + MOST + " images.")
                    .withField(field);
        }
    }

    private void add(EditBody.Reference reference, Role role, String field) {
        if (reference == null || (reference.imageUrl() == null) == (reference.fileId() == null)) {
            throw invalid(field, "A picture is either an image_url or a file_id.");
        }
        if (reference.fileId() != null) {
            keep(library.get(call, new AssetId(reference.fileId())), role);
            return;
        }
        String url = reference.imageUrl();
        Matcher head = DATA.matcher(url);
        if (!head.lookingAt()) {
            throw invalid(field, "An image_url must be a data URL with a picture in Base64; others are not fetched.");
        }
        try {
            upload(new ByteArrayInputStream(Base64.getDecoder().decode(url.substring(head.end()))), role);
        } catch (IllegalArgumentException e) {
            throw invalid(field, "The data URL is not Base64.");
        }
    }

    private static PlatformException invalid(String field, String message) {
        return PlatformException.invalid("invalid_parameter", message).withField(field);
    }

    private void upload(InputStream bytes, Role role) {
        try {
            Asset asset = library.upload(call, bytes);
            uploaded.add(asset.id());
            keep(asset, role);
        } catch (PlatformException e) {
            throw role == Role.MASK ? e.withField("mask") : e;
        }
    }

    private void keep(Asset asset, Role role) {
        inputs.add(new Input(asset.id(), role));
        content.add(role.wireName() + ":" + asset.sha256());
    }

    List<Input> inputs() {
        return List.copyOf(inputs);
    }

    /** What the pictures are, also when the same come again: roles and digests in order. */
    List<String> content() {
        return List.copyOf(content);
    }

    boolean masked() {
        return inputs.stream().anyMatch(input -> input.role() == Role.MASK);
    }

    /** Says which pictures a job works on; ours stay if it does. */
    void takenBy(List<Input> used) {
        taken = used.equals(inputs);
    }

    @Override
    public void close() {
        if (!taken) {
            uploaded.forEach(id -> library.delete(call, id));
        }
    }
}
