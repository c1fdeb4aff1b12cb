package io.leadwell.pool.leads;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.platform.Problem;
import io.leadwell.kernel.rules.Condition;
import io.leadwell.kernel.rules.Condition.Asks;
import io.leadwell.kernel.rules.Operator;
import io.leadwell.pool.fields.Fields;
import io.leadwell.pool.fields.ProfileField;
import io.leadwell.pool.leads.LeadFilter.Order;
import io.leadwell.pool.leads.LeadFilter.Sort;
import io.leadwell.pool.rules.Rules;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a filter and an order as the API spells them, or refuses the odd one. */
@Component
public class LeadQuery {

  private static final Map<String, Sort> SORTS =
      Map.of(
          "firstContactAt", Sort.FIRST_CONTACT_AT,
          "lastTouchAt", Sort.LAST_TOUCH_AT,
          "revenue", Sort.REVENUE);
  private static final int SEARCH_LENGTH = 100;

  private static final String CUSTOM = "custom.";

  private final Channels channels;
  private final Rules rules;
  private final Fields fields;

  LeadQuery(Channels channels, Rules rules, Fields fields) {
    this.channels = channels;
    this.rules = rules;
    this.fields = fields;
  }

  public LeadFilter filter(Map<String, String> asked) {
    Set<UUID> channelIds = new HashSet<>();
    boolean noChannel = false;
    for (String channel : words(asked.get("channel"))) {
      if (channel.equals(LeadFilter.NONE)) {
        noChannel = true;
      } else {
        channelIds.addAll(descendants(id("channel", channel)));
      }
    }
    return new LeadFilter(
        search(asked.get("q")),
        stages(asked.get("stage")),
        asked.containsKey("reached") ? stage("reached", asked.get("reached")) : null,
        channelIds,
        noChannel,
        reference("campaign", asked),
        isNone("campaign", asked),
        blankless(asked.get("sourceClass")),
        blankless(asked.get("province")),
        blankless(asked.get("industry")),
        reference("owner", asked),
        isNone("owner", asked),
        reference("sdr", asked),
        isNone("sdr", asked),
        reference("tag", asked),
        reference("import", asked),
        reference("company", asked),
        blankless(asked.get("verdict")),
        day("from", asked),
        day("to", asked),
        asks(asked),
        custom(asked));
  }

  /**
   * Any field that rules know narrows the list as well: {@code score.grade=A1,A2}, or with another
   * operator {@code person.title~contains=总监}.
   */
  private List<Asks> asks(Map<String, String> asked) {
    List<Asks> asks = new ArrayList<>();
    asked.forEach((name, value) -> {
      if (name.indexOf('.') > 0 && !name.startsWith(CUSTOM) && value != null) {
        String[] parts = name.split("~", 2);
        Operator operator =
            parts.length < 2 ? Operator.IS : Operator.of(parts[1]).orElseThrow(() -> refused(name));
        asks.add(new Asks(parts[0], operator, List.of(words(value))));
      }
    });
    if (!asks.isEmpty()) {
      rules.understand(new Condition.All(List.copyOf(asks)));
    }
    return asks;
  }

  /** {@code custom.lead.budget=1000..2000} and the like. */
  public List<FieldCondition> custom(Map<String, String> asked) {
    List<FieldCondition> conditions = new ArrayList<>();
    Map<String, ProfileField> byName = null;
    for (Map.Entry<String, String> one : asked.entrySet()) {
      String value = blankless(one.getValue());
      if (one.getKey().startsWith(CUSTOM) && value != null) {
        byName = byName == null ? fields.byName() : byName;
        ProfileField field = byName.get(one.getKey().substring(CUSTOM.length()));
        if (field == null || !field.custom()) {
          throw refused(one.getKey());
        }
        FieldCondition condition = new FieldCondition(field, value);
        if (!condition.isReadable()) {
          throw refused(one.getKey());
        }
        conditions.add(condition);
      }
    }
    return conditions;
  }

  public Order order(@Nullable String sort) {
    if (sort == null || sort.isBlank()) {
      return Order.NEWEST_FIRST;
    }
    boolean descending = sort.startsWith("-");
    Sort known = SORTS.get(descending ? sort.substring(1) : sort);
    if (known == null) {
      throw refused("sort");
    }
    return new Order(known, descending);
  }

  private Set<UUID> descendants(UUID channel) {
    Set<UUID> all = channels.withDescendants(channel);
    // A channel nobody knows has no leads; an empty set would mean every channel.
    return all.isEmpty() ? Set.of(channel) : all;
  }

  private static @Nullable String search(@Nullable String typed) {
    return typed == null || typed.isBlank()
        ? null
        : typed.substring(0, Math.min(SEARCH_LENGTH, typed.length()));
  }

  private static Set<Stage> stages(@Nullable String asked) {
    Set<Stage> stages = new LinkedHashSet<>();
    for (String word : words(asked)) {
      stages.add(stage("stage", word));
    }
    return stages;
  }

  private static Stage stage(String parameter, @Nullable String word) {
    try {
      return Stage.of(String.valueOf(word));
    } catch (IllegalArgumentException e) {
      throw refused(parameter);
    }
  }

  private static @Nullable UUID reference(String parameter, Map<String, String> asked) {
    String value = blankless(asked.get(parameter));
    return value == null || value.equals(LeadFilter.NONE) ? null : id(parameter, value);
  }

  private static boolean isNone(String parameter, Map<String, String> asked) {
    return LeadFilter.NONE.equals(asked.get(parameter));
  }

  private static @Nullable LocalDate day(String parameter, Map<String, String> asked) {
    String value = blankless(asked.get(parameter));
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw refused(parameter);
    }
  }

  private static UUID id(String parameter, String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw refused(parameter);
    }
  }

  private static @Nullable String blankless(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  private static String[] words(@Nullable String list) {
    return list == null || list.isBlank() ? new String[0] : list.split(",");
  }

  public static Problem refused(String parameter) {
    return new Problem(LeadsProblem.INVALID_FILTER, parameter);
  }
}
