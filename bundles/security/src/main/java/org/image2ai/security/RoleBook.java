package org.image2ai.security;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.image2ai.api.security.Roles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** The roles of the configuration. */
@Component(configurationPid = "org.image2ai.security")
@Designate(ocd = SecurityConfig.class)
public final class RoleBook implements Roles {
    private final Map<String, Set<String>> roles;

    @Activate
    public RoleBook(SecurityConfig config) {
        roles = parse(config.roles());
    }

    static Map<String, Set<String>> parse(String list) {
        Map<String, Set<String>> roles = new TreeMap<>();
        for (String line : list.split(";")) {
            String[] parts = line.split("=", 2);
            if (parts.length < 2 || parts[0].isBlank()) {
                throw new IllegalArgumentException("role without permissions: " + line);
            }
            roles.put(parts[0].strip(), permissions(parts[1]));
        }
        return Map.copyOf(roles);
    }

    private static Set<String> permissions(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<String, Set<String>> roles() {
        return roles;
    }
}
