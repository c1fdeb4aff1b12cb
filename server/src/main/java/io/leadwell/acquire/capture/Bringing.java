package io.leadwell.acquire.capture;

import io.leadwell.acquire.campaigns.ClickId;
import io.leadwell.acquire.campaigns.Origin;
import io.leadwell.acquire.capture.FormDesign.Assigned;
import io.leadwell.acquire.capture.Origins.Came;
import io.leadwell.pool.leads.Arrival;
import io.leadwell.pool.leads.CameFrom;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.Facts;
import io.leadwell.pool.leads.Identity;
import io.leadwell.pool.leads.Observation.TouchSeen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a submission is told to the pool. */
final class Bringing {

  static final String SCENE = "form";
  private static final int SHOWN_ANSWERS = 20;
  private static final int SHOWN_LENGTH = 300;

  private Bringing() {}

  /**
   * How the person was met now: by this visit's origin, and where that says nothing by what is
   * assigned; the other way round where whoever assigns it knows better.
   */
  static CameFrom met(Came came, Assigned assigned, FormContext context, boolean stated) {
    Origin now = came.now();
    UUID channel = first(true, assigned.channelId(), context.channelId());
    UUID campaign = first(true, assigned.campaignId(), context.campaignId());
    if (assigned.kiosk()) {
      return new CameFrom(channel, campaign, context.content(), null, null, null);
    }
    boolean assignedFirst = stated || now.direct();
    return new CameFrom(
        first(assignedFirst, channel, now.channelId()),
        first(stated, campaign, now.campaignId()),
        context.content(),
        now.plan(),
        now.unit(),
        now.keyword());
  }

  /** What somebody left in a form. */
  static Arrival of(Submission left, FormStore.Live form, Came came) {
    Assigned assigned = form.design().assigned();
    CameFrom met = met(came, assigned, left.context(), false);
    Origin first = assigned.kiosk() ? null : came.first();
    return arrival(
        left,
        "form:" + form.slug(),
        came,
        assigned,
        facts(left, assigned, met, first, false),
        raw(left),
        met,
        detail(left, form.design(), form.name()));
  }

  /** What another system says; the channel it names is the one. */
  static Arrival ofCall(
      Submission left, SubmissionStore.Call call, Came came, Assigned assigned, String caller) {
    CameFrom met = met(came, assigned, left.context(), true);
    Map<String, String> raw = raw(left);
    put(raw, "_call", call.key());
    if (call.consent() != null) {
      call.consent().forEach((name, value) -> put(raw, "_consent." + name, value));
    }
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("caller", caller);
    left.answers()
        .forEach((name, values) -> {
          if (detail.size() <= SHOWN_ANSWERS) {
            detail.putIfAbsent(name, shortened(values.getFirst()));
          }
        });
    return arrival(
        left,
        "api",
        came,
        assigned,
        facts(left, assigned, met, came.first(), true),
        raw,
        met,
        detail);
  }

  private static Arrival arrival(
      Submission left,
      String source,
      Came came,
      Assigned assigned,
      Facts facts,
      Map<String, String> raw,
      CameFrom met,
      Map<String, Object> detail) {
    ClickId click = came.now().clickId();
    UUID visitor = assigned.kiosk() ? null : left.visitor();
    return new Arrival(
        source,
        left.id().toString(),
        left.at(),
        null,
        raw,
        facts,
        new TouchSeen(
            SCENE, left.at(), met, came.now().utm(), click == null ? null : click.value(), detail),
        visitor == null
            ? List.of()
            : List.of(new Identity(Identity.Kind.COOKIE, "", visitor.toString())),
        assigned.tags(),
        true);
  }

  /** The origin is what first brought the browser; where that is not known, how it came now. */
  private static Facts facts(
      Submission left, Assigned assigned, CameFrom met, @Nullable Origin first, boolean stated) {
    Facts.Builder facts = Facts.build();
    left.facts()
        .forEach((word, value) -> {
          if (word.indexOf('.') > 0) {
            facts.custom(word, value);
          } else {
            facts.with(fact(word), value);
          }
        });
    UUID channel = first == null ? null : first.channelId();
    UUID campaign = first == null ? null : first.campaignId();
    facts
        .with(Fact.CHANNEL_ID, first(stated, met.channelId(), channel))
        .with(Fact.CAMPAIGN_ID, first(stated, met.campaignId(), campaign))
        .with(Fact.CONTENT, met.content())
        .with(Fact.SOURCE_CLASS, assigned.sourceClass())
        .with(Fact.BUSINESS_LINE, assigned.businessLine());
    if (first != null) {
      facts
          .with(Fact.PLAN, first.plan())
          .with(Fact.UNIT, first.unit())
          .with(Fact.KEYWORD, first.keyword());
    }
    return facts.done();
  }

  private static Map<String, String> raw(Submission left) {
    Map<String, String> raw = new LinkedHashMap<>();
    left.answers().forEach((key, values) -> raw.put(key, String.join(", ", values)));
    put(raw, "_landing", left.landingUrl());
    put(raw, "_referrer", left.referrer());
    put(raw, "_version", left.version());
    put(raw, "_consent", left.consent());
    return raw;
  }

  /** What the timeline tells of it: the form, and the answers that are no fact of their own. */
  private static Map<String, Object> detail(Submission left, FormDesign design, String form) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put(SCENE, form);
    for (FormField field : design.fields()) {
      List<String> values = left.answers().getOrDefault(field.key(), List.of());
      if (field.kind().fact() == null && !values.isEmpty() && detail.size() <= SHOWN_ANSWERS) {
        String label = field.label().in(Locale.SIMPLIFIED_CHINESE);
        String shown =
            String.join(
                "、", values.stream().map(v -> field.shown(v, Locale.SIMPLIFIED_CHINESE)).toList());
        detail.putIfAbsent(label.isEmpty() ? field.key() : label, shortened(shown));
      }
    }
    return detail;
  }

  private static void put(Map<String, String> raw, String name, @Nullable Object value) {
    if (value != null) {
      raw.put(name, value.toString());
    }
  }

  private static Fact fact(String word) {
    return Fact.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static String shortened(String text) {
    return text.length() > SHOWN_LENGTH ? text.substring(0, SHOWN_LENGTH) + "…" : text;
  }

  /** One of two, the other where it is missing. */
  private static @Nullable UUID first(boolean preferred, @Nullable UUID one, @Nullable UUID other) {
    UUID better = preferred ? one : other;
    return better == null ? (preferred ? other : one) : better;
  }
}
