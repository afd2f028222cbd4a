package org.image2ai.privacy.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

/** A page that is written as it goes; all text in it is escaped. It needs no script, no network and no other file. */
final class Html {
    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c}
            table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;\
            border-bottom:1px solid #ddd}dt{font-weight:600}dd{margin:0 0 .5rem;white-space:pre-wrap;\
            overflow-wrap:anywhere}img{max-width:20rem;max-height:20rem}article{border-top:2px solid #ddd;padding:1rem 0}
            """;

    private final Writer out;

    Html(OutputStream to) {
        out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
    }

    void begin(String title) throws IOException {
        out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + escape(title)
                + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<h1>" + escape(title) + "</h1>\n");
    }

    void end() throws IOException {
        out.write("</body>\n</html>\n");
        out.flush();
    }

    /** An element with a text. */
    void text(String element, String text) throws IOException {
        out.write("<" + element + ">" + escape(text) + "</" + element + ">\n");
    }

    void open(String element) throws IOException {
        out.write("<" + element + ">\n");
    }

    void close(String element) throws IOException {
        out.write("</" + element + ">\n");
    }

    /** A link to a file of this copy, whose name needs no escape. */
    void link(String href, String text) throws IOException {
        out.write("<a href=\"" + escape(href) + "\">" + escape(text) + "</a>\n");
    }

    /** A picture of this copy. */
    void picture(String href, String name) throws IOException {
        out.write("<a href=\"" + escape(href) + "\"><img loading=\"lazy\" src=\"" + escape(href) + "\" alt=\""
                + escape(name) + "\"></a>\n");
    }

    /** A row of a table. */
    void row(String cell, Object... texts) throws IOException {
        out.write("<tr>");
        for (Object text : texts) {
            out.write("<" + cell + ">" + escape(String.valueOf(text)) + "</" + cell + ">");
        }
        out.write("</tr>\n");
    }

    /** A value as people read it: lists and maps open up. */
    void value(Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            open("dl");
            for (Map.Entry<?, ?> field : map.entrySet()) {
                text("dt", String.valueOf(field.getKey()));
                open("dd");
                value(field.getValue());
                close("dd");
            }
            close("dl");
        } else if (value instanceof Collection<?> list) {
            open("ul");
            for (Object element : list) {
                open("li");
                value(element);
                close("li");
            }
            close("ul");
        } else {
            out.write(escape(value == null ? "" : String.valueOf(value)));
        }
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
