package org.image2ai.privacy.roster;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.image2ai.api.AccountId;

/** A location of a declaration: a table, or a prefix of stored objects in which {@code {account}} stands for one. */
final class Place {
    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]*");
    private static final String ACCOUNT = "{account}";

    private Place() {}

    static boolean isTable(String location) {
        return TABLE.matcher(location).matches();
    }

    /** A prefix of stored objects; any other location is out of the platform's sight. */
    static boolean isPrefix(String location) {
        return location.contains("/");
    }

    /** The columns of a subject key that can be asked for. */
    static List<String> columns(String subjectKey) {
        return Arrays.stream(subjectKey.split("[,\\s]+")).filter(Place::isTable).toList();
    }

    /** The prefix of one account's objects. */
    static String prefix(String location, AccountId subject) {
        return whole(location.replace(ACCOUNT, subject.value()));
    }

    /** The longest prefix that all accounts' objects share. */
    static String prefix(String location) {
        int account = location.indexOf(ACCOUNT);
        return account < 0 ? whole(location) : location.substring(0, account);
    }

    private static String whole(String prefix) {
        return prefix.endsWith("/") ? prefix : prefix + "/";
    }

    /** What the keys of a location's objects look like. */
    static Pattern pattern(String location) {
        return Pattern.compile(Arrays.stream(whole(location).split("/"))
                .map(segment -> segment.equals(ACCOUNT) ? "[^/]+" : Pattern.quote(segment))
                .collect(Collectors.joining("/", "", "/.*")));
    }
}
