package io.leadwell.acquire.capture;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Building forms: drafts that are saved, and versions that are published and never change. */
@Service
public class Forms {

  private static final int NAME_LENGTH = 80;
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?");
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private final FormStore store;
  private final Presets presets;
  private final Channels channels;
  private final Campaigns campaigns;
  private final Audit audit;
  private final Clock clock;

  Forms(
      FormStore store,
      Presets presets,
      Channels channels,
      Campaigns campaigns,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.presets = presets;
    this.channels = channels;
    this.campaigns = campaigns;
    this.audit = audit;
    this.clock = clock;
  }

  /** The newest first; {@code status} as {@link Form#status()} says it. */
  public Page<Form> list(
      @Nullable String q, @Nullable String status, @Nullable String cursor, int limit) {
    return store.page(q, status, cursor, limit);
  }

  public Form get(UUID id) {
    return store.find(id).orElseThrow(() -> new Problem(CaptureProblem.FORM_NOT_FOUND));
  }

  public Map<UUID, String> names(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : store.names(ids);
  }

  /** Everything that was published, the newest first. */
  public List<FormVersion> versions(UUID id) {
    get(id);
    return store.versions(id);
  }

  /** What keeps a draft from being published, by place. */
  public List<Problem.Field> flaws(FormDesign draft) {
    List<Problem.Field> flaws = new ArrayList<>(DesignCheck.ofPublished(draft));
    flaws.addAll(unknown(draft));
    return flaws;
  }

  /** A new draft after a model of ours; an unknown model is an empty form. */
  @Transactional
  public Form add(String name, @Nullable String preset, Caller who) {
    return add(name, freeSlug(), presets.of(preset), who);
  }

  /** A new draft like another form's. */
  @Transactional
  public Form copy(UUID id, String name, Caller who) {
    return add(name, freeSlug(), get(id).draft(), who);
  }

  /** A new draft at a place of its own. */
  @Transactional
  public Form add(String name, String slug, FormDesign draft, Caller who) {
    String clean = name(name);
    check(slug, draft);
    UUID id = Ids.next();
    if (!store.insert(id, clean, slug, draft, who.memberId(), now())) {
      throw new Problem(CaptureProblem.FORM_SLUG_TAKEN, slug);
    }
    audit.record(who, "form.add", "form", id.toString(), clean, Map.of());
    return get(id);
  }

  /**
   * Saves a draft. {@code revision} is the one it was made from: refused when somebody saved in
   * between. The place of a form that was published stays, as links to it are out.
   */
  @Transactional
  public Form save(UUID id, int revision, String name, String slug, FormDesign draft, Caller who) {
    Form before = locked(id, revision);
    String clean = name(name);
    String place = before.live() == null ? slug : before.slug();
    check(place, draft);
    if (!place.equals(before.slug()) && store.slugTaken(place, id)) {
      throw new Problem(CaptureProblem.FORM_SLUG_TAKEN, place);
    }
    store.update(id, clean, place, draft, now());
    audit.record(who, "form.change", "form", id.toString(), clean, Map.of());
    return get(id);
  }

  /** Makes the draft the version that visitors see. */
  @Transactional
  public Form publish(UUID id, int revision, Caller who) {
    Form form = locked(id, revision);
    List<Problem.Field> flaws = flaws(form.draft());
    if (!flaws.isEmpty()) {
      throw new Problem(CaptureProblem.FORM_INVALID, List.of(), flaws);
    }
    FormDesign.ConsentAsked consent = form.draft().consent();
    Integer text = consent == null ? null : store.consent(id, consent, now());
    int version = store.publish(id, form.draft(), text, who.name(), now());
    audit.record(
        who, "form.publish", "form", id.toString(), form.name(), Map.of("version", version));
    return get(id);
  }

  /** A closed form takes nothing until it is opened again. */
  @Transactional
  public Form close(UUID id, boolean closed, Caller who) {
    Form form = get(id);
    if (form.live() == null) {
      throw new Problem(CaptureProblem.FORM_NOT_PUBLISHED);
    }
    store.close(id, closed, now());
    audit.record(
        who, closed ? "form.close" : "form.open", "form", id.toString(), form.name(), Map.of());
    return get(id);
  }

  /** Drafts only: what was published is named by what people left. */
  @Transactional
  public void delete(UUID id, Caller who) {
    Form form = get(id);
    if (!store.delete(id)) {
      throw new Problem(CaptureProblem.FORM_PUBLISHED);
    }
    audit.record(who, "form.delete", "form", id.toString(), form.name(), Map.of());
  }

  private Form locked(UUID id, int revision) {
    Form form =
        store.findForUpdate(id).orElseThrow(() -> new Problem(CaptureProblem.FORM_NOT_FOUND));
    if (form.revision() != revision) {
      throw new Problem(CaptureProblem.FORM_CHANGED);
    }
    return form;
  }

  private static String name(String typed) {
    String clean = Plain.line(typed);
    if (clean.isEmpty() || clean.length() > NAME_LENGTH) {
      throw Problem.field(CaptureProblem.FORM_INVALID, "name", "capture.flaw.name", NAME_LENGTH);
    }
    return clean;
  }

  private static void check(String slug, FormDesign draft) {
    List<Problem.Field> flaws = new ArrayList<>(DesignCheck.ofDraft(draft));
    if (!SLUG.matcher(slug).matches()) {
      flaws.add(new Problem.Field("slug", "capture.flaw.slug", List.of()));
    }
    if (!flaws.isEmpty()) {
      throw new Problem(CaptureProblem.FORM_INVALID, List.of(), flaws);
    }
  }

  private List<Problem.Field> unknown(FormDesign draft) {
    List<Problem.Field> flaws = new ArrayList<>();
    UUID channel = draft.assigned().channelId();
    UUID campaign = draft.assigned().campaignId();
    if (channel != null && channels.find(channel).isEmpty()) {
      flaws.add(new Problem.Field("assigned.channelId", "capture.flaw.unknown", List.of()));
    }
    if (campaign != null && campaigns.names(Set.of(campaign)).isEmpty()) {
      flaws.add(new Problem.Field("assigned.campaignId", "capture.flaw.unknown", List.of()));
    }
    return flaws;
  }

  private static String freeSlug() {
    SecureRandom random = new SecureRandom();
    StringBuilder slug = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      slug.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return slug.toString().toLowerCase(Locale.ROOT);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
