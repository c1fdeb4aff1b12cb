package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.READER;
import static io.leadwell.tables.collect.Tables.READERSHIP;
import static io.leadwell.tables.collect.Tables.VISITOR;
import static io.leadwell.tables.collect.Tables.VISIT_PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.testing.OnPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class VisitsTests extends VisitWorld {

  @Autowired private Readership readership;

  @Test
  void a_visit_has_its_pages_how_long_each_was_read_and_where_the_visitor_came_from() {
    Browsing browsing = browsing();
    Map<String, Object> landing =
        browsing.page("/?utm_source=baidu&utm_medium=cpc&utm_term=BI&bd_vid=7");
    landing.put("referrer", "https://www.baidu.com/");
    Map<String, Object> paper = browsing.pass(Duration.ofSeconds(40)).read("/paper", "white-paper");
    send(browsing, landing, paper);
    send(browsing, browsing.dwell(landing, Duration.ofSeconds(38), 60));
    browsing.pass(Duration.ofSeconds(90));
    send(
        browsing,
        browsing.dwell(paper, Duration.ofSeconds(30), 40),
        browsing.dwell(paper, Duration.ofSeconds(85), 100),
        browsing.hit("试用按钮"));

    Visit visit = Objects.requireNonNull(origin(browsing).current());
    assertThat(visit.startedAt()).isEqualTo(start);
    assertThat(visit.endedAt()).isEqualTo(start.plusSeconds(130));
    assertThat(visit.pages()).isEqualTo(2);
    assertThat(visit.dwellMs()).isEqualTo(123_000);
    assertThat(visit.origin().direct()).isFalse();
    assertThat(visit.origin().channelId()).isNotNull();
    assertThat(visit.origin().utm()).containsEntry("utm_source", "baidu");
    assertThat(Objects.requireNonNull(visit.origin().clickId()).value()).isEqualTo("7");
    assertThat(visit.origin().keyword()).isEqualTo("BI");
    VisitDetail detail = visits.find(visit.id());
    assertThat(detail.pages()).extracting(VisitPage::dwellMs).containsExactly(38_000L, 85_000L);
    assertThat(detail.pages().getLast().depth()).isEqualTo(100);
    assertThat(detail.pages().getLast().content()).isEqualTo("white-paper");
    assertThat(detail.actions()).extracting(VisitAction::name).containsExactly("试用按钮");
  }

  @Test
  void the_first_visit_from_somewhere_is_remembered_when_the_visitor_comes_back_directly() {
    Browsing browsing = browsing();
    Map<String, Object> ad = browsing.page("/?utm_source=baidu&utm_medium=cpc");
    send(browsing, ad);
    browsing.comesBack();
    send(browsing, browsing.page("/pricing"));
    browsing.comesBack();
    Map<String, Object> byZhihu = browsing.page("/");
    byZhihu.put("referrer", "https://www.zhihu.com/question/1");
    send(browsing, byZhihu);
    browsing.comesBack();
    Map<String, Object> fromDocs = browsing.page("/pricing");
    fromDocs.put("referrer", "https://docs.example.com/x");
    send(browsing, fromDocs);

    VisitorOrigin origin = origin(browsing);
    assertThat(Objects.requireNonNull(origin.first()).startedAt()).isEqualTo(start);
    Visit current = Objects.requireNonNull(origin.current());
    assertThat(current.id()).isEqualTo(browsing.visit);
    assertThat(current.origin().direct()).as("coming from a host of the site itself").isTrue();
  }

  @Test
  void in_whatever_order_hits_arrive_and_however_often_the_visits_are_the_same() {
    Random random = new Random(11);
    List<Browsing> browsers = new ArrayList<>();
    List<Map.Entry<Browsing, Map<String, Object>>> hits = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Browsing browsing = browsing();
      browsers.add(browsing);
      for (int j = 0; j < 5; j++) {
        browsing.pass(Duration.ofSeconds(30));
        Map<String, Object> page =
            browsing.read("/" + j + "?utm_campaign=c" + j, "content-" + j % 2);
        hits.add(Map.entry(browsing, page));
        for (int k = 1; k <= 3; k++) {
          browsing.pass(Duration.ofSeconds(5));
          hits.add(Map.entry(browsing, browsing.dwell(page, Duration.ofSeconds(5L * k), 30 * k)));
        }
        Map<String, Object> end = browsing.hit("read_end");
        end.put("content", "content-0");
        hits.add(Map.entry(browsing, end));
        hits.add(Map.entry(browsing, browsing.hit("event")));
      }
    }
    hits.forEach(hit -> send(hit.getKey(), hit.getValue()));
    List<VisitDetail> inOrder = details(browsers);
    assertThat(inOrder).allSatisfy(visit -> assertThat(visit.pages()).hasSize(5));
    assertThat(read())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "content-0", new Readers(18, 6, 18 * 15_000, 30, 0, 0),
                "content-1", new Readers(12, 6, 12 * 15_000, 0, 0, 0)));
    Map<String, Readers> readInOrder = read();

    // The same once more into an empty house, shuffled and some of it twice.
    for (int round = 0; round < 3; round++) {
      dsl.deleteFrom(VISITOR).execute();
      assertThat(read()).as("figures outlive the visits").isEqualTo(readInOrder);
      dsl.deleteFrom(READERSHIP).execute();
      dsl.deleteFrom(io.leadwell.tables.collect.Tables.HIT).execute();
      List<Map.Entry<Browsing, Map<String, Object>>> shuffled = new ArrayList<>(hits);
      shuffled.addAll(hits.subList(0, 40));
      Collections.shuffle(shuffled, random);
      shuffled.forEach(hit -> send(hit.getKey(), hit.getValue()));
      assertThat(details(browsers)).isEqualTo(inOrder);
      assertThat(read()).isEqualTo(readInOrder);
    }

    // And folded again from the beginning, onto what is there.
    dsl.update(READER).set(READER.POSITION, 0L).execute();
    while (reader.step()) {
      Thread.onSpinWait();
    }
    assertThat(details(browsers)).isEqualTo(inOrder);
    assertThat(read()).isEqualTo(readInOrder);
  }

  private Map<String, Readers> read() {
    return readership.of(List.of("content-0", "content-1"));
  }

  @Test
  void what_the_reader_had_not_committed_when_it_died_is_folded_by_the_next_and_nothing_twice() {
    Browsing browsing = browsing();
    for (int i = 0; i < 20; i++) {
      browsing.pass(Duration.ofSeconds(5));
      send(browsing, browsing.page("/" + i), browsing.hit("event"));
    }
    VisitDetail before = details(List.of(browsing)).getFirst();
    for (long position : new long[] {7, 0, 33}) {
      dsl.update(READER).set(READER.POSITION, position).execute();
      while (reader.step()) {
        Thread.onSpinWait();
      }
      assertThat(details(List.of(browsing)).getFirst()).isEqualTo(before);
    }
  }

  @Test
  void a_dwell_whose_page_never_arrived_is_no_page() {
    Browsing browsing = browsing();
    Map<String, Object> lost = browsing.page("/lost");
    send(browsing, browsing.page("/"));
    send(browsing, browsing.dwell(lost, Duration.ofSeconds(9), 10));
    VisitDetail detail = details(List.of(browsing)).getFirst();
    assertThat(detail.pages()).hasSize(1);
    assertThat(detail.visit().pages()).isOne();
    assertThat(dsl.fetchCount(VISIT_PAGE)).isEqualTo(2);
  }
}
