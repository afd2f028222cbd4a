package org.image2ai.rest;

import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentFormatter;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.jaxrs2.ext.AbstractOpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.Public;

/** Says of each operation what its method says: in words by its Javadoc, and what it answers by its signature. */
final class OpenApiOperations extends AbstractOpenAPIExtension {
    /** The component that every error is. */
    static final String PROBLEM = "#/components/responses/Problem";

    /** The component that errors below {@code /v1} are. */
    static final String FOREIGN_PROBLEM = "#/components/responses/Error";

    private static final List<String> FAULTS = List.of("400", "401", "403", "404", "409", "429", "default");

    private final ModelConverters converters;
    private final CommentFormatter words = new CommentFormatter();
    private final Map<String, Schema<?>> schemas = new TreeMap<>();
    private final Map<String, String> tags = new TreeMap<>();
    private final Map<String, RequestBody> bodies = new HashMap<>();

    OpenApiOperations(ModelConverters converters) {
        this.converters = converters;
    }

    /** The schemas of the answers, by name. */
    Map<String, Schema<?>> schemas() {
        return schemas;
    }

    /** What the tags mean. */
    Map<String, String> tags() {
        return tags;
    }

    @Override
    public void decorateOperation(Operation operation, Method method, Iterator<OpenAPIExtension> chain) {
        Class<?> resource = method.getDeclaringClass();
        String tag = tag(resource);
        tags.put(tag, text(RuntimeJavadoc.getJavadoc(resource).getComment()));
        operation.setTags(List.of(tag));
        operation.setOperationId(tag.replace(' ', '_') + "." + method.getName());
        String text = text(RuntimeJavadoc.getJavadoc(method).getComment());
        operation.setSummary(text.split("(?<=[.:;])\\s", 2)[0].replaceAll("[.:;]$", ""));
        operation.setDescription(text);
        if (method.isAnnotationPresent(Public.class) || resource.isAnnotationPresent(Public.class)) {
            operation.setSecurity(List.of());
        }
        operation.setResponses(responses(method));
        joinBodies(operation, method);
    }

    private static String tag(Class<?> resource) {
        String words = resource.getSimpleName().replaceAll("Resource$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        String name = words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
        return isForeign(resource) ? "OpenAI " + name.toLowerCase(Locale.ROOT) : name;
    }

    private static boolean isForeign(Class<?> resource) {
        return resource.getAnnotation(Path.class).value().startsWith("/v1");
    }

    private String text(Comment comment) {
        return words.format(comment)
                .replaceAll("</?code>", "`")
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ");
    }

    /** Two methods of one address differ in the type of body that they take. */
    private void joinBodies(Operation operation, Method method) {
        String verb = Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getSimpleName())
                .filter(name -> name.equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse("");
        String path = Optional.ofNullable(method.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
        RequestBody before =
                bodies.put(method.getDeclaringClass().getName() + " " + verb + " " + path, operation.getRequestBody());
        if (before != null && operation.getRequestBody() != null) {
            before.getContent().forEach(operation.getRequestBody().getContent()::putIfAbsent);
        }
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().setRequired(true);
            MediaType form = operation.getRequestBody().getContent().get("multipart/form-data");
            if (form != null && form.getSchema() == OpenApiSchemas.FILE) {
                form.setSchema(oneFile());
            }
        }
    }

    private static Schema<?> oneFile() {
        Schema<Object> form = new ObjectSchema();
        form.addProperty("file", OpenApiSchemas.FILE);
        form.setRequired(List.of("file"));
        return form;
    }

    private ApiResponses responses(Method method) {
        ApiResponses responses = new ApiResponses();
        Answers answers = method.getAnnotation(Answers.class);
        Type type = answers == null ? method.getGenericReturnType() : answers.value();
        boolean empty = type == void.class || type == Void.class;
        int[] statuses = answers == null ? new int[] {empty ? 204 : 200} : answers.status();
        for (int status : statuses) {
            ApiResponse response = new ApiResponse().description(meaning(status));
            responses.addApiResponse(
                    String.valueOf(status),
                    empty || status >= 300 ? response : response.content(content(type, method)));
        }
        String fault = isForeign(method.getDeclaringClass()) ? FOREIGN_PROBLEM : PROBLEM;
        FAULTS.forEach(status -> responses.putIfAbsent(status, new ApiResponse().$ref(fault)));
        return responses;
    }

    private static String meaning(int status) {
        return switch (status) {
            case 201 -> "Made.";
            case 202 -> "Accepted; it will be done.";
            case 204 -> "Done; there is nothing to say.";
            case 302, 303 -> "Go there.";
            case 503 -> "Not now.";
            default -> "Done.";
        };
    }

    private Content content(Type type, Method method) {
        Content content = new Content();
        for (String mediaType : mediaTypes(method)) {
            content.addMediaType(mediaType, new MediaType().schema(schema(type, mediaType)));
        }
        return content;
    }

    private static String[] mediaTypes(Method method) {
        Produces own = method.getAnnotation(Produces.class);
        Produces all = method.getDeclaringClass().getAnnotation(Produces.class);
        if (own == null && all == null) {
            return new String[] {"application/json"};
        }
        return own == null ? all.value() : own.value();
    }

    private Schema<?> schema(Type type, String mediaType) {
        if (type == byte[].class || type == String.class) {
            return new Schema<String>().type("string").format(mediaType.startsWith("text/") ? null : "binary");
        }
        ResolvedSchema resolved = converters.resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        resolved.referencedSchemas.forEach(schemas::put);
        return resolved.schema;
    }
}
