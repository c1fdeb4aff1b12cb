package io.leadwell.acquire.capture;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.capture.FormDesign.Assigned;
import io.leadwell.acquire.capture.Origins.Came;
import io.leadwell.acquire.capture.SubmissionStore.Call;
import io.leadwell.acquire.capture.SubmissionStore.Called;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.CameFrom;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.Facts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/**
 * Leads that other systems bring over the API, by the rules of a form. A caller names each call:
 * the same name again, even a year later or at the same moment, brings nothing twice.
 */
@Service
public class LeadCalls {

  /**
   * What became of a call.
   *
   * @param repeated the call had come before, and this is what was answered then
   */
  public record Answer(
      UUID submissionId, UUID personId, @Nullable UUID leadId, boolean newLead, boolean repeated) {}

  /** Larger bodies are refused. */
  public static final int LARGEST_BODY = 64 * 1024;

  private static final Pattern CALL_KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final SubmissionStore store;
  private final CallKeeping keeping;
  private final Origins origins;
  private final Channels channels;
  private final Campaigns campaigns;
  private final Clock clock;

  LeadCalls(
      SubmissionStore store,
      CallKeeping keeping,
      Origins origins,
      Channels channels,
      Campaigns campaigns,
      Clock clock) {
    this.store = store;
    this.keeping = keeping;
    this.origins = origins;
    this.channels = channels;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /**
   * Brings a lead.
   *
   * @param callKey the caller's name for this call
   * @param content the body as it was sent
   */
  public Answer bring(@Nullable String callKey, byte[] content, Caller who) {
    UUID keyId = who.keyId();
    if (keyId == null) {
      throw new Problem(CaptureProblem.CALL_NEEDS_KEY);
    }
    if (callKey == null || !CALL_KEY.matcher(callKey).matches()) {
      throw new Problem(CaptureProblem.CALL_KEY_MISSING);
    }
    if (content.length > LARGEST_BODY) {
      throw new Problem(CaptureProblem.CALL_TOO_LARGE);
    }
    JsonNode body = CallText.read(content);
    if (!body.isObject()) {
      throw new Problem(PlatformProblem.UNREADABLE_BODY);
    }
    byte[] hash = CallText.hash(body);
    Optional<Called> before = store.byCall(keyId, callKey);
    if (before.isPresent()) {
      return answer(before.get(), hash, true);
    }
    CallBody said = new CallBody(body);
    Submission left = submission(said, who);
    Assigned assigned = assigned(said);
    Map<String, String> consent = said.flat("consent");
    Map<String, String> parameters = parameters(said);
    if (!left.facts().containsKey("phone") && !left.facts().containsKey("email")) {
      said.wrong("phone", "contact");
    }
    said.check();
    Came came = came(left, parameters);
    CameFrom met = Bringing.met(came, assigned, left.context(), true);
    Called called =
        keeping.keep(
            met(left, met),
            new Call(keyId, callKey, hash, consent.isEmpty() ? null : consent),
            came,
            assigned,
            who.name());
    return answer(called, hash, !called.submission().id().equals(left.id()));
  }

  private static Answer answer(Called called, byte[] hash, boolean repeated) {
    if (!Arrays.equals(called.hash(), hash)) {
      throw new Problem(CaptureProblem.CALL_KEY_USED);
    }
    Submission left = called.submission();
    return new Answer(
        left.id(),
        Objects.requireNonNull(left.personId()),
        left.leadId(),
        Boolean.TRUE.equals(left.newLead()),
        repeated);
  }

  private Submission submission(CallBody said, Caller who) {
    Facts facts =
        Facts.build()
            .with(Fact.NAME, said.line("name", 60))
            .with(Fact.PHONE, said.phone())
            .with(Fact.EMAIL, said.email())
            .with(Fact.COMPANY, said.line("company", 120))
            .with(Fact.TITLE, said.line("title", 60))
            .with(Fact.PROVINCE, said.line("province", 40))
            .with(Fact.CITY, said.line("city", 40))
            .with(Fact.INDUSTRY, said.line("industry", 60))
            .with(Fact.COMPANY_SIZE, said.line("companySize", 40))
            .with(Fact.NOTE, said.text("note", 2_000))
            .done();
    Map<String, List<String>> answers = new LinkedHashMap<>();
    said.flat("fields").forEach((name, value) -> answers.put(name, List.of(value)));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new Submission(
        Ids.next(),
        null,
        null,
        Way.API,
        Submission.TAKEN,
        null,
        said.at(now),
        "zh-CN",
        answers,
        facts.toStore(),
        said.page("landingUrl"),
        said.page("referrer"),
        said.visitor(),
        null,
        null,
        new FormContext(null, null, said.line("content", 200)),
        null,
        who.ip(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private Assigned assigned(CallBody said) {
    return new Assigned(
        channel(said),
        campaign(said),
        said.sourceClass(),
        said.line("businessLine", 60),
        List.copyOf(said.tags()),
        false);
  }

  private @Nullable UUID channel(CallBody said) {
    String named = said.line("channel", 120);
    if (named == null) {
      return null;
    }
    UUID id = FormVisit.uuid(named);
    UUID known =
        id == null
            ? channels.named(List.of(named), false).get(named)
            : channels.find(id).map(channel -> channel.id()).orElse(null);
    if (known == null) {
      said.wrong("channel", "channel");
    }
    return known;
  }

  private @Nullable UUID campaign(CallBody said) {
    String named = said.line("campaign", 200);
    if (named == null) {
      return null;
    }
    UUID id = FormVisit.uuid(named);
    UUID known =
        id == null
            ? campaigns.named(List.of(named), false).get(named)
            : campaigns.names(Set.of(id)).isEmpty() ? null : id;
    if (known == null && id == null) {
      known =
          origins
              .looking("?" + Parameters.written(Map.of("utm_campaign", named)), null)
              .now()
              .campaignId();
    }
    if (known == null) {
      said.wrong("campaign", "campaign");
    }
    return known;
  }

  /** What the call says of its link beside the landing address, as parameters of one. */
  private static Map<String, String> parameters(CallBody said) {
    Map<String, String> parameters = new LinkedHashMap<>();
    said.flat("utm")
        .forEach(
            (name, value) -> parameters.put(name.startsWith("utm_") ? name : "utm_" + name, value));
    parameters.putAll(said.flat("clickId"));
    for (String field : List.of("plan", "unit", "keyword")) {
      String value = said.line(field, 200);
      if (value != null) {
        parameters.put(field, value);
      }
    }
    return parameters;
  }

  private Came came(Submission left, Map<String, String> parameters) {
    String url = left.landingUrl();
    if (url == null && left.referrer() == null && left.visitor() == null && parameters.isEmpty()) {
      return Origins.unknown();
    }
    return origins.of(Parameters.added(url, parameters), left.referrer(), left.visitor());
  }

  private static Submission met(Submission left, CameFrom met) {
    return new Submission(
        left.id(),
        left.formId(),
        left.version(),
        left.way(),
        left.status(),
        left.reason(),
        left.at(),
        left.language(),
        left.answers(),
        left.facts(),
        left.landingUrl(),
        left.referrer(),
        left.visitor(),
        met.channelId(),
        met.campaignId(),
        left.context(),
        left.consent(),
        left.ip(),
        left.agent(),
        null,
        null,
        null,
        null,
        null);
  }
}
