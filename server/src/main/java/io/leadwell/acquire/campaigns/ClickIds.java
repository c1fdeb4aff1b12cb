package io.leadwell.acquire.campaigns;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Parameters by which platforms know their click again; each names its platform. */
final class ClickIds {

  /** Known everywhere, with a rule or without; names that others use too stand at the end. */
  private static final List<String> KNOWN =
      List.of(
          "bd_vid",
          "gclid",
          "gbraid",
          "wbraid",
          "dclid",
          "msclkid",
          "fbclid",
          "qz_gdt",
          "gdt_vid",
          "qhclickid",
          "uctrackid",
          "ttclid",
          "twclid",
          "li_fat_id",
          "yclid",
          "clickid",
          "adid");

  private static final int LONGEST = 300;

  private final Map<String, UUID> channels = new HashMap<>();
  private final Set<String> kinds = new LinkedHashSet<>();

  ClickIds(Collection<SourceRule> rules) {
    for (SourceRule rule : rules) {
      if (rule.channelId() != null) {
        channels.put(rule.pattern(), rule.channelId());
      }
    }
    // what a rule knows is believed before what merely may be a click id
    KNOWN.stream().filter(channels::containsKey).forEach(kinds::add);
    kinds.addAll(channels.keySet().stream().sorted().toList());
    kinds.addAll(KNOWN);
  }

  @Nullable ClickId in(Map<String, String> parameters) {
    for (String kind : kinds) {
      String value = parameters.get(kind);
      if (value != null && value.length() <= LONGEST) {
        return new ClickId(kind, value);
      }
    }
    return null;
  }

  @Nullable UUID channel(String kind) {
    return channels.get(kind);
  }
}
