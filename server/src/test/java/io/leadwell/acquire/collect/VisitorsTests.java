package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.VISIT;
import static io.leadwell.tables.collect.Tables.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.Ids;
import io.leadwell.testing.OnPostgres;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose visits are: a stranger’s, a person’s, nobody’s any more. */
@OnPostgres
class VisitorsTests extends VisitWorld {

  @Test
  void a_stranger_has_no_origin() {
    assertThat(visits.originOf(Ids.next())).isEqualTo(new VisitorOrigin(null, null));
  }

  @Test
  void nobody_can_go_on_with_somebody_elses_visit() {
    Browsing browsing = browsing();
    send(browsing, browsing.page("/"));
    Browsing thief = browsing();
    thief.visit = browsing.visit;
    send(thief, thief.page("/stolen"), thief.hit("event"));
    VisitDetail detail = details(List.of(browsing)).getFirst();
    assertThat(detail.visit().visitor()).isEqualTo(browsing.visitor);
    assertThat(detail.pages()).hasSize(1);
    assertThat(detail.actions()).isEmpty();
  }

  @Test
  void what_a_browser_did_before_is_its_persons_and_so_is_what_it_does_later() {
    Browsing browsing = browsing();
    send(browsing, browsing.page("/?utm_source=x"));
    origin(browsing);
    UUID person = Ids.next();
    visits.join(browsing.visitor, person, browsing.now);
    browsing.comesBack();
    send(browsing, browsing.page("/later"));
    origin(browsing);
    assertThat(visits.of(person)).hasSize(2);
  }

  @Test
  void of_two_people_at_one_browser_each_keeps_the_visits_that_were_theirs() {
    Browsing browsing = browsing();
    UUID first = Ids.next();
    UUID second = Ids.next();
    send(browsing, browsing.page("/1"));
    origin(browsing);
    visits.join(browsing.visitor, first, browsing.now);
    browsing.comesBack();
    send(browsing, browsing.page("/2"));
    origin(browsing);
    visits.join(browsing.visitor, second, browsing.now);
    browsing.comesBack();
    send(browsing, browsing.page("/3"));
    origin(browsing);
    assertThat(visits.of(first)).extracting(Visit::landingUrl).allMatch(url -> !url.endsWith("3"));
    assertThat(visits.of(first)).hasSize(2);
    assertThat(visits.of(second)).hasSize(1);
  }

  @Test
  void whoever_says_who_they_are_before_anything_was_seen_is_joined_all_the_same() {
    Browsing browsing = browsing();
    UUID person = Ids.next();
    visits.join(browsing.visitor, person, browsing.now);
    send(browsing, browsing.page("/"));
    origin(browsing);
    assertThat(visits.of(person)).hasSize(1);
  }

  @Test
  void visits_of_strangers_are_forgotten_in_time_and_those_of_people_are_not() {
    Browsing stranger = new Browsing(site.key(), clock.instant());
    Browsing known = new Browsing(site.key(), clock.instant());
    send(stranger, stranger.page("/"));
    send(known, known.page("/"));
    origin(known);
    visits.join(known.visitor, Ids.next(), known.now);
    dsl.update(VISITOR)
        .set(VISITOR.LAST_SEEN_AT, clock.instant().minus(Duration.ofDays(500)))
        .execute();
    retention.forget(Days.of(start), Days.of(clock.instant()));
    assertThat(dsl.select(VISIT.ID).from(VISIT).fetch(VISIT.ID)).containsExactly(known.visit);
  }

  @Autowired private RetentionStore retention;
}
