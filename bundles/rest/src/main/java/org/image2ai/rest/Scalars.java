package org.image2ai.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;

/** Values that JSON can say and nobody can mean: they would fail, or take all memory, far behind the door. */
final class Scalars {
    private static final int MOST_DIGITS = 30;

    private Scalars() {}

    static Module module() {
        return new SimpleModule("image2ai-scalars")
                .addDeserializer(String.class, new Text())
                .addDeserializer(BigDecimal.class, new Decimal());
    }

    /** Says in its message what is wrong, for the caller to read. */
    static final class Refused extends JsonMappingException {
        private static final long serialVersionUID = 1L;

        Refused(JsonParser parser, String message) {
            super(parser, message);
        }
    }

    /** PostgreSQL keeps no NUL, and half of a surrogate pair is no character to anybody. */
    private static final class Text extends StringDeserializer {
        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            if (text != null && text.codePoints().anyMatch(Text::isNone)) {
                throw new Refused(parser, "holds what is no character");
            }
            return text;
        }

        private static boolean isNone(int point) {
            return point == 0 || Character.getType(point) == Character.SURROGATE;
        }
    }

    /** A billion zeros are ten characters of JSON. */
    private static final class Decimal extends NumberDeserializers.BigDecimalDeserializer {
        private static final long serialVersionUID = 1L;

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            BigDecimal number = super.deserialize(parser, context);
            if (number != null && (tooLong(number.scale()) || tooLong((long) number.precision() - number.scale()))) {
                throw new Refused(parser, "has more than " + MOST_DIGITS + " digits before or after its point");
            }
            return number;
        }

        private static boolean tooLong(long digits) {
            return digits > MOST_DIGITS;
        }
    }
}
