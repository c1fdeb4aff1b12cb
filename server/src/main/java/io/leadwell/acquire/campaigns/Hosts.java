package io.leadwell.acquire.campaigns;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rules about hosts. A host stands for those below it too, the longest that fits wins; {@code
 * google.*} stands for that name in every country.
 */
final class Hosts {

  private static final String EVERYWHERE = ".*";

  private final Set<String> known = new HashSet<>();
  private final Map<String, UUID> channels = new HashMap<>();

  Hosts(Collection<SourceRule> rules) {
    for (SourceRule rule : rules) {
      known.add(rule.pattern());
      if (rule.channelId() != null) {
        channels.put(rule.pattern(), rule.channelId());
      }
    }
  }

  boolean has(String host) {
    return !matching(host).isEmpty();
  }

  @Nullable UUID channel(String host) {
    return channels.get(matching(host));
  }

  /** The rule's host, or empty. */
  private String matching(String host) {
    for (String rest = host; !rest.isEmpty(); rest = below(rest)) {
      if (known.contains(rest)) {
        return rest;
      }
      String everywhere = withoutCountry(rest);
      if (!everywhere.isEmpty() && known.contains(everywhere)) {
        return everywhere;
      }
    }
    return "";
  }

  /** {@code google.com.hk} and {@code google.de} are {@code google.*}. */
  private static String withoutCountry(String host) {
    int dot = host.indexOf('.');
    if (dot <= 0) {
      return "";
    }
    int ending = host.length() - dot - 1;
    long labels = host.chars().filter(c -> c == '.').count();
    return labels == 1 || labels == 2 && ending <= 6 ? host.substring(0, dot) + EVERYWHERE : "";
  }

  private static String below(String host) {
    int dot = host.indexOf('.');
    return dot < 0 ? "" : host.substring(dot + 1);
  }
}
