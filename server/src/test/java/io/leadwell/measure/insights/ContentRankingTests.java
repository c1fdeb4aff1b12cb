package io.leadwell.measure.insights;

import static io.leadwell.tables.collect.Tables.ACTION;
import static io.leadwell.tables.collect.Tables.VISIT;
import static io.leadwell.tables.collect.Tables.VISITOR;
import static io.leadwell.tables.collect.Tables.VISIT_PAGE;
import static io.leadwell.tables.content.Tables.ITEM;
import static io.leadwell.tables.content.Tables.REGISTRATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.acquire.content.Author;
import io.leadwell.acquire.content.CallToAction;
import io.leadwell.acquire.content.Gate;
import io.leadwell.acquire.content.Item;
import io.leadwell.acquire.content.ItemDraft;
import io.leadwell.acquire.content.ItemKind;
import io.leadwell.acquire.content.Items;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Departments;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose content was read and what it brought, in a world small enough to be counted by hand. */
@OnPostgres
class ContentRankingTests extends SmallWorld {

  @Autowired private Items items;
  @Autowired private Departments departments;

  private UUID lin = Ids.next();
  private UUID product = Ids.next();
  private UUID paper = Ids.next();

  @BeforeEach
  void write() {
    lin = world.member("林悦");
    product = departments.add("产品部", null, WHO).id();
    Item published = publish("排产白皮书", new Author(lin, null, null, product));
    paper = published.id();
    publish("周工专栏", new Author(null, "周工", null, null));
    World.Lead won =
        world.lead(
            new World.Lead(
                Ids.next(),
                Ids.next(),
                null,
                null,
                null,
                "排产白皮书",
                null,
                null,
                null,
                MARCH,
                new @Nullable Instant[] {MARCH, MARCH, null, null, null, null, APRIL}));
    world.contract(won, APRIL, 500);
    world.lead(content("周工专栏"));
    world.lead(content("一份没有登记的资料"));
    world.lead(content(null));
  }

  @Test
  void an_author_is_credited_with_the_leads_of_what_they_wrote() {
    Funnel funnel = funnel(Dimension.AUTHOR, Basis.COHORT, Period.ever());
    assertThat(funnel.rows())
        .extracting(
            FunnelRow::key, FunnelRow::label, r -> r.counts().get("lead"), FunnelRow::revenueFen)
        .containsExactlyInAnyOrder(
            tuple(lin.toString(), "林悦", 1L, 500L),
            tuple("周工", "周工", 1L, 0L),
            tuple("none", "(未知)", 2L, 0L));
    assertThat(funnel.total().counts()).containsEntry("lead", 4L);
    for (Dimension by : List.of(Dimension.AUTHOR, Dimension.DEPARTMENT, Dimension.ITEM)) {
      for (FunnelRow row : funnel(by, Basis.COHORT, Period.ever()).rows()) {
        assertThat(open(by, row.key(), Figure.LEAD)).isEqualTo(row.counts().get("lead"));
        assertThat(open(by, row.key(), Figure.WON)).isEqualTo(row.counts().get("won"));
      }
    }
    assertThat(funnel(Dimension.DEPARTMENT, Basis.COHORT, Period.ever()).rows().getLast().key())
        .isEqualTo("none");
  }

  @Test
  void a_lead_follows_the_item_through_new_titles_and_to_its_present_author() {
    UUID chen = world.member("陈越");
    Item item = items.find(paper);
    items.change(
        paper, item.version(), draft("离散制造排产白皮书", new Author(chen, null, null, null)), WHO);
    assertThat(funnel(Dimension.AUTHOR, Basis.COHORT, Period.ever()).rows())
        .extracting(FunnelRow::label, r -> r.counts().get("lead"))
        .contains(tuple("陈越", 1L))
        .doesNotContain(tuple("林悦", 1L));
    assertThat(ranking(Dimension.ITEM, Period.ever()).rows())
        .extracting(RankingRow::key, RankingRow::label, r -> r.counts().get("lead"))
        .contains(tuple(paper.toString(), "离散制造排产白皮书", 1L));
  }

  @Test
  void a_title_spelled_anew_keeps_what_it_brought_and_how_it_was_read() {
    Item item = publish("ERP 选型指南", new Author(lin, null, null, null));
    world.lead(content("ERP 选型指南"));
    read("ERP 选型指南", MARCH, 5_000);
    items.change(
        item.id(), item.version(), draft("ＥＲＰ 选型指南", new Author(lin, null, null, null)), WHO);
    RankingRow row = row(ranking(Dimension.ITEM, Period.ever()), item.id().toString());
    assertThat(row.label()).isEqualTo("ＥＲＰ 选型指南");
    assertThat(row.counts()).containsEntry("lead", 1L);
    assertThat(row.views()).isEqualTo(1);
    assertThat(row(ranking(Dimension.ITEM, IN_MARCH), item.id().toString()).views()).isEqualTo(1);
    assertThat(items.titles(List.of(item.id())).get(item.id()))
        .containsExactlyInAnyOrder("ERP 选型指南", "ＥＲＰ 选型指南");
  }

  @Test
  void reading_stands_beside_what_it_brought() {
    UUID visitor = read("排产白皮书", MARCH, 30_000);
    read("排产白皮书", APRIL, 10_000);
    did(visitor, "排产白皮书", "read_end", MARCH);
    did(visitor, "排产白皮书", "share", APRIL);
    dsl.insertInto(REGISTRATION)
        .set(REGISTRATION.SUBMISSION_ID, Ids.next())
        .set(REGISTRATION.FORM_ID, Ids.next())
        .set(REGISTRATION.ITEM_ID, paper)
        .set(REGISTRATION.HOLDER, Ids.next())
        .set(REGISTRATION.REGISTERED_AT, APRIL)
        .execute();
    RankingRow ever = row(ranking(Dimension.AUTHOR, Period.ever()), lin.toString());
    assertThat(ever.items()).isEqualTo(1);
    assertThat(figures(ever)).containsExactly(2L, 2L, 40_000L, 1L, 1L, 0L, 1L);
    assertThat(ever.counts()).containsEntry("lead", 1L).containsEntry("won", 1L);
    assertThat(ever.revenueFen()).isEqualTo(500);
    RankingRow march = row(ranking(Dimension.DEPARTMENT, IN_MARCH), product.toString());
    assertThat(figures(march)).containsExactly(1L, 1L, 30_000L, 1L, 0L, 0L, 0L);
    assertThat(march.items()).isZero();
    assertThat(ranking(Dimension.ITEM, IN_MARCH).total().views()).isEqualTo(1);
    assertThat(ranking(Dimension.ITEM, IN_MARCH).total().counts()).containsEntry("lead", 4L);
  }

  @Test
  void only_contents_and_who_made_them_are_ranked() {
    assertThatThrownBy(() -> ranking(Dimension.CHANNEL, Period.ever())).isInstanceOf(Problem.class);
  }

  private Ranking ranking(Dimension by, Period period) {
    return reports.contents(question(by, Basis.COHORT, period), WHO, Locale.ENGLISH);
  }

  private static RankingRow row(Ranking ranking, String key) {
    return ranking.rows().stream().filter(r -> r.key().equals(key)).findAny().orElseThrow();
  }

  private static List<Long> figures(RankingRow row) {
    return List.of(
        row.views(),
        row.visitors(),
        row.dwellMs(),
        row.ends(),
        row.shares(),
        row.downloads(),
        row.registrations());
  }

  private Item publish(String title, Author author) {
    Item item = items.publish(items.add(draft(title, author), WHO).id(), WHO);
    // long before the periods of these tests
    dsl.update(ITEM)
        .set(ITEM.PUBLISHED_AT, Instant.parse("2025-06-01T00:00:00Z"))
        .where(ITEM.ID.eq(item.id()))
        .execute();
    return item;
  }

  private static ItemDraft draft(String title, Author author) {
    return new ItemDraft(
        ItemKind.ARTICLE,
        title,
        null,
        "zh-CN",
        null,
        "<p>正文</p>",
        null,
        null,
        null,
        false,
        List.of(),
        author,
        null,
        null,
        null,
        CallToAction.NONE,
        Gate.NONE);
  }

  private UUID read(String content, Instant at, long dwellMs) {
    UUID visitor = Ids.next();
    UUID visit = Ids.next();
    dsl.insertInto(VISITOR)
        .set(VISITOR.ID, visitor)
        .set(VISITOR.FIRST_SEEN_AT, at)
        .set(VISITOR.LAST_SEEN_AT, at)
        .execute();
    dsl.insertInto(VISIT)
        .set(VISIT.ID, visit)
        .set(VISIT.VISITOR_ID, visitor)
        .set(VISIT.SITE, "own")
        .set(VISIT.STARTED_AT, at)
        .set(VISIT.ENDED_AT, at)
        .set(VISIT.DIRECT, true)
        .set(VISIT.DEVICE, "phone")
        .execute();
    dsl.insertInto(VISIT_PAGE)
        .set(VISIT_PAGE.VISIT_ID, visit)
        .set(VISIT_PAGE.ID, Ids.next())
        .set(VISIT_PAGE.HAPPENED_AT, at)
        .set(VISIT_PAGE.URL, "http://localhost/p/c/x")
        .set(VISIT_PAGE.CONTENT, content)
        .set(VISIT_PAGE.DWELL_MS, dwellMs)
        .execute();
    return visitor;
  }

  private void did(UUID visitor, String content, String name, Instant at) {
    dsl.insertInto(ACTION)
        .set(ACTION.ID, Ids.next())
        .set(ACTION.VISITOR_ID, visitor)
        .set(ACTION.SITE, "own")
        .set(ACTION.HAPPENED_AT, at)
        .set(ACTION.NAME, name)
        .set(ACTION.CONTENT, content)
        .execute();
  }
}
