package org.image2ai.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.rest.Form;
import org.image2ai.api.rest.Upload;

/** The schemas of what goes over the wire: records as {@link Json} writes and reads them. */
final class OpenApiSchemas extends ModelResolver {
    /** The whole body; in a form it is the field {@code file}. */
    static final Schema<?> FILE = new BinarySchema();

    OpenApiSchemas(ObjectMapper mapper) {
        super(mapper, new Names());
    }

    /** Simple names, with that of the bundle before them where another bundle has the same. */
    private static final class Names extends TypeNameResolver {
        private final Map<String, Class<?>> taken = new HashMap<>();

        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            String simple = super.nameForClass(type, options);
            if (taken.computeIfAbsent(simple, name -> type) == type) {
                return simple;
            }
            String bundle =
                    type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
            String longer = bundle.substring(0, 1).toUpperCase() + bundle.substring(1) + simple;
            return taken.computeIfAbsent(longer, name -> type) == type ? longer : type.getName();
        }
    }

    @Override
    public Schema<?> resolve(AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> next) {
        JavaType type = _mapper.constructType(annotated.getType());
        Class<?> raw = type.getRawClass();
        if (raw == Object.class) {
            return new Schema<>();
        }
        if (Json.isText(raw)) {
            return new StringSchema();
        }
        if (raw == Upload.class) {
            return FILE;
        }
        if (raw == Form.class) {
            return new ObjectSchema().additionalProperties(true);
        }
        Schema<?> schema = super.resolve(annotated, context, next);
        if (raw.isRecord()) {
            require(raw, schema, context);
        } else if (type.isMapLikeType() && type.getContentType().getRawClass() == Object.class) {
            schema.setAdditionalProperties(true);
        }
        return schema;
    }

    /** A component that is neither optional nor a collection must be there. */
    private static void require(Class<?> record, Schema<?> resolved, ModelConverterContext context) {
        Schema<?> schema = resolved;
        if (resolved != null && resolved.get$ref() != null) {
            String ref = resolved.get$ref();
            schema = context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
        }
        if (schema == null || schema.getProperties() == null || isForeign(record)) {
            return;
        }
        for (RecordComponent component : record.getRecordComponents()) {
            Schema<?> property = schema.getProperties().get(component.getName());
            boolean listed =
                    schema.getRequired() != null && schema.getRequired().contains(component.getName());
            if (property != null && !listed && !mayBeAbsent(component.getType())) {
                schema.addRequiredItem(component.getName());
            }
        }
    }

    private static boolean mayBeAbsent(Class<?> type) {
        return type == Optional.class || Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }

    /** A record that names its fields itself follows somebody else's rules, and checks them itself. */
    private static boolean isForeign(Class<?> record) {
        return Arrays.stream(record.getDeclaredFields()).anyMatch(f -> f.isAnnotationPresent(JsonProperty.class));
    }
}
