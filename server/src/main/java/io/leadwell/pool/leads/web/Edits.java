package io.leadwell.pool.leads.web;

import io.leadwell.base.platform.Problem;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.LeadEdit;
import io.leadwell.pool.leads.LeadsProblem;
import io.leadwell.pool.leads.TypedValues;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which facts a request may edit, by their names in JSON. */
final class Edits {

  private static final int LONGEST = 2_000;

  private static final Map<String, Fact> FACTS =
      Map.ofEntries(
          Map.entry("name", Fact.NAME),
          Map.entry("title", Fact.TITLE),
          Map.entry("phone", Fact.PHONE),
          Map.entry("email", Fact.EMAIL),
          Map.entry("company", Fact.COMPANY),
          Map.entry("province", Fact.PROVINCE),
          Map.entry("city", Fact.CITY),
          Map.entry("industry", Fact.INDUSTRY),
          Map.entry("channelId", Fact.CHANNEL_ID),
          Map.entry("campaignId", Fact.CAMPAIGN_ID),
          Map.entry("ownerId", Fact.OWNER_ID),
          Map.entry("sdrId", Fact.SDR_ID),
          Map.entry("note", Fact.NOTE));

  /** A house's own fields, by their names. */
  private static final String CUSTOM = "custom";

  private Edits() {}

  @SuppressWarnings("unchecked")
  private static @Nullable Map<String, @Nullable Object> custom(@Nullable Object value) {
    if (value == null || value instanceof Map) {
      return (Map<String, @Nullable Object>) value;
    }
    throw Problem.field(LeadsProblem.INVALID_LEAD, CUSTOM, "leads.uneditable");
  }

  static LeadEdit of(Map<String, @Nullable Object> body) {
    Map<Fact, String> changes = new EnumMap<>(Fact.class);
    body.forEach((name, value) -> {
      if (name.equals(CUSTOM)) {
        return;
      }
      Fact fact = FACTS.get(name);
      String text = value == null ? "" : value.toString();
      if (fact == null || text.length() > LONGEST) {
        throw Problem.field(LeadsProblem.INVALID_LEAD, name, "leads.uneditable");
      }
      changes.put(fact, text);
    });
    return new LeadEdit(changes, TypedValues.of(custom(body.get(CUSTOM))));
  }
}
