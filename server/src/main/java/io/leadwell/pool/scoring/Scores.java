package io.leadwell.pool.scoring;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.kernel.grading.Graded;
import io.leadwell.kernel.grading.Graded.DeedCounted;
import io.leadwell.kernel.rules.Facts;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import io.leadwell.pool.leads.People;
import io.leadwell.pool.rules.Rules;
import io.leadwell.pool.scoring.LeadScore.Change;
import io.leadwell.pool.scoring.LeadScore.DeedPoints;
import io.leadwell.pool.scoring.LeadScore.FitPoints;
import io.leadwell.pool.scoring.ModelDefinition.EngagementPart;
import io.leadwell.pool.scoring.ModelDefinition.FitPart;
import io.leadwell.tables.scoring.tables.records.GradeChangeRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The score of a lead, explained, and who went where. */
@Service
public class Scores {

  /** A lead that went from one route to another. */
  public record Moved(Change change, UUID leadId, @Nullable LeadRow lead) {}

  private static final int MOST_CHANGES = 20;

  private final ActiveModels models;
  private final ScoreStore store;
  private final DeedTitles titles;
  private final LearnedScores learned;
  private final Rules rules;
  private final Leads leads;
  private final People people;
  private final Clock clock;

  Scores(
      ActiveModels models,
      ScoreStore store,
      DeedTitles titles,
      LearnedScores learned,
      Rules rules,
      Leads leads,
      People people,
      Clock clock) {
    this.models = models;
    this.store = store;
    this.titles = titles;
    this.learned = learned;
    this.rules = rules;
    this.leads = leads;
    this.people = people;
    this.clock = clock;
  }

  /** Computed as it is asked for: it never says less than what is known. */
  @Transactional(readOnly = true)
  public LeadScore of(UUID id, Caller reader) {
    LeadRow lead = leads.get(id, reader);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Facts facts = rules.facts(List.of(lead.id()), Rules.EVER).getOrDefault(lead.id(), new Facts());
    ReadyModel model = models.now().of(facts);
    Graded graded = model.grade(facts, now);
    return new LeadScore(
        graded.grade().word(),
        model.route(graded.grade()).word(),
        graded.fit(),
        graded.fitGiven().stream().mapToInt(given -> given.rule().points()).sum(),
        graded.engagement().at(now),
        people.objects(lead.personId()),
        model.line(),
        model.version(),
        model.definition().halfLifeDays(),
        model.definition().fitFrom(),
        model.definition().engagementFrom(),
        fit(model, graded),
        deeds(model, graded, titles.of(lead.id()), now),
        graded.next(),
        store.changes(lead.id(), MOST_CHANGES).stream().map(Scores::change).toList(),
        learned.of(lead.id()).orElse(null));
  }

  private static List<FitPoints> fit(ReadyModel model, Graded graded) {
    Map<String, FitPart> parts = byKey(model.definition().fit(), FitPart::key);
    return graded.fitGiven().stream()
        .map(given -> Objects.requireNonNull(parts.get(given.rule().key())))
        .map(part -> new FitPoints(part.key(), part.group(), part.zh(), part.en(), part.points()))
        .toList();
  }

  private static List<DeedPoints> deeds(
      ReadyModel model, Graded graded, Map<String, String> titles, Instant now) {
    Map<String, EngagementPart> parts = byKey(model.definition().engagement(), EngagementPart::key);
    Duration halfLife = model.model().halfLife();
    return graded.deedsCounted().stream()
        .sorted(Comparator.comparing((DeedCounted counted) -> counted.deed().at()).reversed())
        .map(counted -> {
          EngagementPart part = Objects.requireNonNull(parts.get(counted.rule().key()));
          Facts deed = counted.deed().facts();
          String content = first(deed, "deed.content");
          return new DeedPoints(
              part.key(),
              part.zh(),
              part.en(),
              part.points(),
              counted.worth(now, halfLife),
              counted.deed().at(),
              first(deed, "deed.scene"),
              content == null ? null : titles.getOrDefault(content, content),
              first(deed, "deed.page"));
        })
        .toList();
  }

  private static @Nullable String first(Facts facts, String field) {
    return facts.words(field).stream().findFirst().orElse(null);
  }

  private static <T> Map<String, T> byKey(List<T> parts, Function<T, String> key) {
    return parts.stream().collect(Collectors.toMap(key, Function.identity()));
  }

  /** Who went to another route, the latest first; those the reader may see have their lead. */
  @Transactional(readOnly = true)
  public Page<Moved> moved(
      @Nullable String into, @Nullable String cursor, int limit, Caller reader) {
    Route route = null;
    if (into != null && !into.isBlank()) {
      route = Route.of(into).orElseThrow(() -> ModelReading.refused("route", "scoring.route"));
    }
    List<GradeChangeRow> found = store.moves(route, before(cursor), limit + 1);
    boolean more = found.size() > limit;
    List<GradeChangeRow> shown = more ? found.subList(0, limit) : found;
    List<UUID> ids = shown.stream().map(GradeChangeRow::getLeadId).distinct().toList();
    Map<UUID, LeadRow> rows = leads.byId(ids, reader);
    return new Page<>(
        shown.stream()
            .filter(change -> rows.containsKey(change.getLeadId()))
            .map(row -> new Moved(change(row), row.getLeadId(), rows.get(row.getLeadId())))
            .toList(),
        more ? Cursor.of(List.of(String.valueOf(shown.getLast().getId()))) : null,
        shown.size(),
        more);
  }

  private static @Nullable Long before(@Nullable String cursor) {
    List<String> values = Cursor.values(cursor, 1);
    try {
      return values == null ? null : Long.valueOf(values.getFirst());
    } catch (NumberFormatException _) {
      throw new Problem(PlatformProblem.STALE_CURSOR);
    }
  }

  private static Change change(GradeChangeRow row) {
    return new Change(
        row.getFromGrade(),
        row.getToGrade(),
        row.getFromRoute(),
        row.getToRoute(),
        row.getModelVersion(),
        row.getWhy(),
        row.getChangedAt());
  }
}
