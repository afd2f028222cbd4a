package org.image2ai.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Map;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.AssetId;
import org.image2ai.api.HoldId;
import org.image2ai.api.JobId;
import org.image2ai.api.RequestId;
import org.image2ai.api.storage.ObjectKey;

/** JSON as the API speaks it: unknown fields, wrong types and lists with nulls are refused, what is absent is left out. */
final class Json {
    private static final int MAX_DEPTH = 32;
    private static final List<Class<?>> IDENTITIES = List.of(
            AccountId.class,
            ApiKeyId.class,
            AssetId.class,
            HoldId.class,
            JobId.class,
            RequestId.class,
            ObjectKey.class);

    private Json() {}

    /** Identities are records in Java and plain text on the wire. */
    private interface AsText {
        @JsonValue
        String value();
    }

    /** Whether a type is plain text on the wire. */
    static boolean isText(Class<?> type) {
        return IDENTITIES.contains(type);
    }

    private static void onlyText(MutableCoercionConfig config) {
        for (CoercionInputShape shape :
                List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            config.setCoercion(shape, CoercionAction.Fail);
        }
    }

    static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .build();
        JsonMapper.Builder mapper = JsonMapper.builder(factory);
        IDENTITIES.forEach(identity -> mapper.addMixIn(identity, AsText.class));
        mapper.defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        mapper.withConfigOverride(Map.class, map -> map.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.SET)));
        return mapper.addModules(new Jdk8Module(), new JavaTimeModule(), Scalars.module())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(LogicalType.Textual, Json::onlyText)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .build();
    }
}
