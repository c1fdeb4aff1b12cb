package io.leadwell.acquire.capture;

import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.Texts;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.Contact;
import io.leadwell.pool.leads.Leads;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people left in forms and other systems told over the API: looked at, decided, exported. */
@Service
public class Submissions {

  /** Pages looked through for a reader who sees few of many. */
  private static final int MOST_PAGES = 20;

  private final SubmissionStore store;
  private final FormStore forms;
  private final Keeping keeping;
  private final Origins origins;
  private final Leads leads;
  private final Audit audit;
  private final Texts texts;
  private final Clock clock;

  Submissions(
      SubmissionStore store,
      FormStore forms,
      Keeping keeping,
      Origins origins,
      Leads leads,
      Audit audit,
      Texts texts,
      Clock clock) {
    this.store = store;
    this.forms = forms;
    this.keeping = keeping;
    this.origins = origins;
    this.leads = leads;
    this.audit = audit;
    this.texts = texts;
    this.clock = clock;
  }

  /** The newest first; a reader whose scope is limited sees those whose lead is in it. */
  public Page<SubmissionRow> page(
      SubmissionFilter filter, @Nullable String cursor, int limit, Caller reader) {
    if (reader.visible() instanceof Visible.Everything) {
      return store.page(filter, cursor, limit).map(left -> row(left, reader));
    }
    List<SubmissionRow> seen = new ArrayList<>();
    String next = cursor;
    for (int page = 0; page < MOST_PAGES; page++) {
      Page<Submission> found = store.page(filter, next, limit);
      Set<UUID> visible = visible(found.items(), reader);
      for (Submission left : found.items()) {
        if (visible.contains(left.id())) {
          seen.add(row(left, reader));
          if (seen.size() == limit) {
            boolean last = left.id().equals(found.items().getLast().id()) && found.next() == null;
            return limited(seen, last ? null : SubmissionStore.cursorOf(left));
          }
        }
      }
      next = found.next();
      if (next == null) {
        break;
      }
    }
    return limited(seen, next);
  }

  public SubmissionDetail get(UUID id, Locale language, Caller reader) {
    Submission left = found(id, reader);
    FormDesign design = design(left);
    List<SubmissionDetail.Answered> answers = new ArrayList<>();
    for (FormField field : design.fields()) {
      List<String> values = left.answers().get(field.key());
      if (values != null) {
        answers.add(answered(field, values, language, reader));
      }
    }
    left.answers()
        .forEach((key, values) -> {
          if (design.field(key).isEmpty()) {
            answers.add(new SubmissionDetail.Answered(key, key, String.join(", ", values)));
          }
        });
    return new SubmissionDetail(
        row(left, reader),
        answers,
        left.language(),
        left.landingUrl(),
        left.referrer(),
        left.ip(),
        left.agent(),
        agreed(left, design),
        left.decidedBy(),
        left.decidedAt());
  }

  /** What was held becomes a lead, as of the moment it was left. */
  public SubmissionDetail release(UUID id, Locale language, Caller who) {
    Submission held = deciding(id, who);
    UUID formId = held.formId();
    Integer version = held.version();
    if (formId == null || version == null) {
      throw new Problem(CaptureProblem.SUBMISSION_DECIDED);
    }
    FormStore.Live form = forms.shown(formId, version).orElseThrow(Submissions::missing);
    Origins.Came came = origins.of(held.landingUrl(), held.referrer(), held.visitor());
    if (!keeping.release(held, form, came, who, clock.instant())) {
      throw new Problem(CaptureProblem.SUBMISSION_DECIDED);
    }
    return get(id, language, who);
  }

  /** What was held is no lead. */
  @Transactional
  public void discard(UUID id, Caller who) {
    deciding(id, who);
    if (!store.decide(id, Submission.DISCARDED, who.name(), clock.instant())) {
      throw new Problem(CaptureProblem.SUBMISSION_DECIDED);
    }
    audit.record(who, "submission.discard", "submission", id.toString(), null, Map.of());
  }

  /** Puts an export on record before it begins. */
  @Transactional
  public void exported(SubmissionFilter filter, Caller who) {
    String form = filter.formId() == null ? null : filter.formId().toString();
    audit.record(who, "submissions.exported", "form", form, null, Map.of());
  }

  /** All of the filter, streamed, with the answers by the keys of the fields. */
  @Transactional(readOnly = true)
  public void each(
      SubmissionFilter filter, Caller reader, BiConsumer<Submission, SubmissionRow> to) {
    boolean everything = reader.visible() instanceof Visible.Everything;
    store.each(
        filter,
        left -> {
          if (everything || visible(List.of(left), reader).contains(left.id())) {
            to.accept(left, row(left, reader));
          }
        });
  }

  /** The answer to a field as a reader may see it. */
  public String shown(FormField field, List<String> values, Locale language, Caller reader) {
    boolean whole = reader.may(Permission.CONTACT_REVEAL);
    return String.join(
        language.getLanguage().equals("en") ? ", " : "、",
        values.stream()
            .map(value ->
                switch (field.kind()) {
                  case PHONE -> Objects.requireNonNullElse(Contact.phone(value, whole), "");
                  case EMAIL -> Objects.requireNonNullElse(Contact.email(value, whole), "");
                  case CHECKBOX -> texts.of(language, "capture.yes");
                  default -> field.shown(value, language);
                })
            .toList());
  }

  private SubmissionDetail.Answered answered(
      FormField field, List<String> values, Locale language, Caller reader) {
    String label = field.label().in(language);
    return new SubmissionDetail.Answered(
        field.key(), label.isEmpty() ? field.key() : label, shown(field, values, language, reader));
  }

  private static SubmissionDetail.@Nullable Agreed agreed(Submission left, FormDesign design) {
    FormDesign.ConsentAsked consent = design.consent();
    Integer number = left.consent();
    return consent == null || number == null
        ? null
        : new SubmissionDetail.Agreed(
            number, consent.text().in(Locale.forLanguageTag(left.language())), consent.link());
  }

  private FormDesign design(Submission left) {
    UUID form = left.formId();
    Integer version = left.version();
    return form == null || version == null
        ? new FormDesign(null, null, null, null, null, null, null, null)
        : Objects.requireNonNull(forms.designs(form, Set.of(version)).get(version));
  }

  private Submission found(UUID id, Caller reader) {
    Submission left = store.find(id).orElseThrow(Submissions::missing);
    if (reader.visible() instanceof Visible.Everything
        || visible(List.of(left), reader).contains(id)) {
      return left;
    }
    throw missing();
  }

  /** What is held has no lead and no owner yet: it is for those who may see everything. */
  private Submission deciding(UUID id, Caller who) {
    if (!(who.visible() instanceof Visible.Everything)) {
      throw missing();
    }
    return store.find(id).orElseThrow(Submissions::missing);
  }

  private Set<UUID> visible(List<Submission> some, Caller reader) {
    List<UUID> ids = some.stream().map(Submission::leadId).filter(Objects::nonNull).toList();
    Set<UUID> seen = leads.byId(ids, reader).keySet();
    Set<UUID> visible = new HashSet<>();
    some.stream()
        .filter(left -> left.leadId() != null && seen.contains(left.leadId()))
        .forEach(left -> visible.add(left.id()));
    return visible;
  }

  private static Page<SubmissionRow> limited(List<SubmissionRow> seen, @Nullable String next) {
    return new Page<>(seen, next, seen.size(), next != null);
  }

  private static SubmissionRow row(Submission left, Caller reader) {
    boolean whole = reader.may(Permission.CONTACT_REVEAL);
    return new SubmissionRow(
        left.id(),
        left.at(),
        left.formId(),
        left.version(),
        left.way().word(),
        left.status(),
        left.reason(),
        left.facts().get("name"),
        left.facts().get("company"),
        Contact.phone(left.facts().get("phone"), whole),
        Contact.email(left.facts().get("email"), whole),
        left.channelId(),
        left.campaignId(),
        left.leadId(),
        left.newLead());
  }

  private static Problem missing() {
    return new Problem(CaptureProblem.SUBMISSION_NOT_FOUND);
  }
}
