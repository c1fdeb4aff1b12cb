package io.leadwell.acquire.links.web;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.links.LinkFilter;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which links are asked for from the parameters of a request. */
@Component
class LinkQuery {

  private static final String NONE = "none";

  private final Channels channels;

  LinkQuery(Channels channels) {
    this.channels = channels;
  }

  LinkFilter filter(Map<String, String> asked) {
    Set<UUID> channel = ids(asked, "channel");
    Set<UUID> below = channel;
    if (channel != null && !channel.isEmpty()) {
      below = new HashSet<>(channel);
      for (UUID id : channel) {
        below.addAll(channels.withDescendants(id));
      }
    }
    return new LinkFilter(
        asked.get("q"), below, ids(asked, "campaign"), leading(asked), given(asked));
  }

  private static @Nullable Set<UUID> given(Map<String, String> asked) {
    Set<UUID> ids = ids(asked, "ids");
    return ids == null || ids.isEmpty() ? null : ids;
  }

  private static @Nullable Boolean leading(Map<String, String> asked) {
    String state = asked.getOrDefault("state", "");
    return switch (state) {
      case "" -> null;
      case "on" -> true;
      case "off" -> false;
      default -> throw new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, "state");
    };
  }

  private static @Nullable Set<UUID> ids(Map<String, String> asked, String name) {
    String text = asked.get(name);
    if (text == null || text.isBlank()) {
      return null;
    }
    Set<UUID> ids = new HashSet<>();
    for (String word : Arrays.stream(text.split(",")).filter(w -> !w.isBlank()).toList()) {
      if (!word.equals(NONE)) {
        try {
          ids.add(UUID.fromString(word.strip()));
        } catch (IllegalArgumentException e) {
          throw new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, name);
        }
      }
    }
    return ids;
  }
}
