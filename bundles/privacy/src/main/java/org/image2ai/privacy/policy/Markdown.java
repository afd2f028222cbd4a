package org.image2ai.privacy.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of Markdown that a policy needs: headings, paragraphs, lists, emphasis and links. All else is text; markup in
 * it is shown and never run.
 */
final class Markdown {
    private static final Pattern HEADING = Pattern.compile("(#{1,6}) +(.*)");
    private static final Pattern ITEM = Pattern.compile("[-*] +(.*)");
    private static final Pattern INLINE = Pattern.compile(
            "\\[([^\\]\\[]{1,500})]\\(([^()\\s]{1,2000})\\)|\\*\\*([^*]{1,2000})\\*\\*|`([^`]{1,500})`");

    private final StringBuilder html = new StringBuilder();
    private String open = "";

    private Markdown() {}

    static String html(String markdown) {
        Markdown page = new Markdown();
        for (String line : markdown.split("\\R")) {
            page.line(line.strip());
        }
        page.close();
        return page.html.toString();
    }

    private void line(String line) {
        Matcher heading = HEADING.matcher(line);
        Matcher item = ITEM.matcher(line);
        if (line.isEmpty()) {
            close();
        } else if (heading.matches()) {
            close();
            String name = "h" + heading.group(1).length();
            html.append('<').append(name).append('>').append(inline(heading.group(2)));
            html.append("</").append(name).append(">\n");
        } else if (item.matches()) {
            if (!open.equals("ul")) {
                open("ul");
            } else {
                html.append("</li>\n");
            }
            html.append("<li>").append(inline(item.group(1)));
        } else {
            if (open.isEmpty()) {
                open("p");
            } else {
                html.append('\n');
            }
            html.append(inline(line));
        }
    }

    private void open(String name) {
        close();
        open = name;
        html.append('<').append(name).append('>');
    }

    private void close() {
        if (!open.isEmpty()) {
            html.append(open.equals("ul") ? "</li></ul>\n" : "</p>\n");
            open = "";
        }
    }

    private static String inline(String text) {
        StringBuilder out = new StringBuilder();
        Matcher found = INLINE.matcher(text);
        int from = 0;
        while (found.find()) {
            out.append(Html.escape(text.substring(from, found.start())));
            out.append(inline(found));
            from = found.end();
        }
        return out.append(Html.escape(text.substring(from))).toString();
    }

    private static String inline(Matcher found) {
        if (found.group(1) != null) {
            return Html.link(found.group(2), found.group(1));
        }
        return found.group(3) != null
                ? "<strong>" + Html.escape(found.group(3)) + "</strong>"
                : "<code>" + Html.escape(found.group(4)) + "</code>";
    }
}
