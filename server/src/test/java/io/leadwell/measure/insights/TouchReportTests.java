package io.leadwell.measure.insights;

import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.acquire.campaigns.ChannelDraft;
import io.leadwell.acquire.campaigns.Frame;
import io.leadwell.acquire.campaigns.SourceClass;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.base.workspace.Visible;
import io.leadwell.testing.OnPostgres;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Three people. 甲 was shown the site, filled a form, became an MQL after 10 days, came to an event,
 * had an opportunity after 20 days, signed after 30, was called after 40, signed again after 50. 乙
 * filled a form and went no further. 丙 looked at the site and left nothing.
 */
@OnPostgres
class TouchReportTests extends SmallWorld {

  @Autowired private TouchReports touches;

  private UUID search = Ids.next();
  private UUID keyword = Ids.next();
  private UUID expo = Ids.next();
  private UUID me = Ids.next();
  private UUID jia = Ids.next();

  @BeforeEach
  void meet() {
    search = channel("搜索", null);
    keyword = channel("百度SEM", search);
    expo = channels.add(new ChannelDraft("展会", null, Frame.EVENT, SourceClass.SALES), WHO).id();
    me = world.member("我");
    World.Lead first =
        world.lead(lead(me, MARCH, after(10), null, null, after(20), null, after(30)));
    World.Lead second = world.lead(lead(null, MARCH));
    UUID stranger = Ids.next();
    dsl.insertInto(PERSON).set(PERSON.ID, stranger).set(PERSON.NAME, "丙").execute();
    world.contract(first, after(30), 900);
    world.contract(first, after(50), 100);
    jia = touch(first.person(), first.id(), "visit", keyword, FEBRUARY);
    touch(first.person(), first.id(), "form", search, MARCH);
    touch(first.person(), first.id(), "event_attended", expo, after(15));
    touch(first.person(), first.id(), "call", null, after(40));
    touch(second.person(), second.id(), "form", null, MARCH);
    touch(stranger, null, "visit", keyword, MARCH);
    UUID undone = touch(second.person(), second.id(), "visit", keyword, FEBRUARY);
    dsl.update(TOUCH).set(TOUCH.WITHDRAWN_AT, MARCH).where(TOUCH.ID.eq(undone)).execute();
  }

  @Test
  void a_scene_reached_people_and_had_a_part_in_what_came_later() {
    TouchSheet sheet = touches.sheet(ever(TouchCut.SCENE), WHO, ZH);
    assertThat(sheet.rows())
        .containsExactlyInAnyOrder(
            new TouchRow("visit", "访问网站", 2, 2, 1, 1, 1, 1, 1000, 2, 0, 0),
            new TouchRow("form", "表单留资", 2, 2, 2, 1, 1, 1, 1000, 1, 1, 0),
            new TouchRow("event_attended", "参加活动", 1, 1, 1, 0, 1, 1, 1000, 0, 0, 1),
            new TouchRow("call", "电话", 1, 1, 1, 0, 0, 1, 100, 0, 0, 0));
    // each counts once in all, however many rows it stands in
    assertThat(sheet.total()).isEqualTo(new TouchRow("*", "合计", 6, 3, 2, 1, 1, 1, 1000, 3, 1, 1));
  }

  @Test
  void frames_roll_up_channels_and_a_scene_opens_to_its_channels() {
    assertThat(touches.sheet(ever(TouchCut.FRAME), WHO, ZH).rows())
        .extracting(TouchRow::key, TouchRow::label, TouchRow::touches)
        .containsExactly(
            tuple("digital", "数字化推广", 3L), tuple("event", "活动营销", 1L), tuple("none", "(未知)", 2L));
    TouchQuestion visits =
        new TouchQuestion(
            TouchCut.CHANNEL,
            Period.ever(),
            Wanted.of(Set.of("visit")),
            Wanted.of(Set.of("digital")),
            ReportFilter.all());
    assertThat(touches.sheet(visits, WHO, ZH).rows())
        .extracting(TouchRow::key, TouchRow::label, TouchRow::touches)
        .containsExactly(tuple(keyword.toString(), "搜索 › 百度SEM", 2L));
    ReportFilter underSearch =
        new ReportFilter(Wanted.of(Set.of(search)), null, null, null, null, null, null);
    assertThat(
            touches
                .sheet(
                    new TouchQuestion(TouchCut.SCENE, Period.ever(), null, null, underSearch),
                    WHO,
                    ZH)
                .total()
                .touches())
        .isEqualTo(3);
  }

  @Test
  void a_period_is_that_of_the_touch_whenever_the_contract_was_signed() {
    Period march = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
    TouchSheet sheet = touches.sheet(in(march), WHO, ZH);
    // 甲 was first touched in February; the form was the last before the MQL, the event before
    // signing
    assertThat(sheet.total()).isEqualTo(new TouchRow("*", "合计", 4, 3, 2, 1, 1, 1, 1000, 2, 1, 1));
    Period later = new Period(LocalDate.of(2026, 3, 12), null);
    assertThat(touches.sheet(in(later), WHO, ZH).total())
        .isEqualTo(new TouchRow("*", "合计", 2, 1, 1, 0, 1, 1, 1000, 0, 0, 1));
  }

  @Test
  void every_figure_opens_to_as_many_records() {
    Caller self = self();
    for (Caller caller : Set.of(WHO, self)) {
      for (TouchCut cut : TouchCut.values()) {
        TouchSheet sheet = touches.sheet(ever(cut), caller, Locale.ENGLISH);
        sheet.rows().forEach(row -> assertOpens(sheet.question(), row, caller));
        assertOpens(sheet.question(), sheet.total(), caller);
      }
    }
  }

  @Test
  void who_sees_some_leads_sees_their_touches_only() {
    assertThat(touches.sheet(ever(TouchCut.SCENE), self(), ZH).total())
        .isEqualTo(new TouchRow("*", "合计", 4, 1, 1, 1, 1, 1, 1000, 1, 1, 1));
    ReportFilter unowned = new ReportFilter(null, null, null, null, null, Wanted.none(), null);
    assertThat(
            touches
                .sheet(
                    new TouchQuestion(TouchCut.SCENE, Period.ever(), null, null, unowned), WHO, ZH)
                .total()
                .touches())
        .isEqualTo(1);
  }

  @Test
  void a_list_of_touches_says_who_when_and_what_and_goes_on_by_pages() {
    TouchBehind visits = new TouchBehind(ever(TouchCut.SCENE), "visit", TouchFigure.TOUCH);
    var page = touches.touches(visits, WHO, null, 1);
    assertThat(page.items())
        .singleElement()
        .satisfies(touch -> {
          assertThat(touch.person()).isEqualTo("丙");
          assertThat(touch.lead()).isNull();
          assertThat(touch.at()).isEqualTo(MARCH);
        });
    var next = touches.touches(visits, WHO, page.next(), 1);
    assertThat(next.next()).isNull();
    assertThat(next.items())
        .singleElement()
        .satisfies(touch -> {
          assertThat(touch.id()).isEqualTo(jia);
          assertThat(touch.channel()).isEqualTo("搜索 › 百度SEM");
          assertThat(touch.lead()).isNotNull();
        });
  }

  @Test
  void a_figure_is_refused_where_its_records_are_of_the_other_kind() {
    TouchQuestion question = ever(TouchCut.SCENE);
    assertThatThrownBy(
            () -> touches.touches(new TouchBehind(question, "*", TouchFigure.WON), WHO, null, 5))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(
            () -> touches.leads(new TouchBehind(question, "*", TouchFigure.TOUCH), WHO, null, 5))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() ->
            touches.touches(
                new TouchBehind(ever(TouchCut.CHANNEL), "moon", TouchFigure.TOUCH), WHO, null, 5))
        .isInstanceOf(Problem.class);
  }

  @Test
  void a_word_that_a_file_brought_stands_as_it_is() {
    touch(Ids.next(), "百度 搜索推广");
    assertThat(touches.sheet(ever(TouchCut.SCENE), WHO, ZH).rows())
        .extracting(TouchRow::key, TouchRow::label)
        .contains(tuple("百度 搜索推广", "百度 搜索推广"));
  }

  private void assertOpens(TouchQuestion question, TouchRow row, Caller caller) {
    for (TouchFigure figure : TouchFigure.values()) {
      long shown =
          switch (figure) {
            case TOUCH -> row.touches();
            case PERSON -> row.people();
            case FIRST -> row.first();
            case LAST_BEFORE_MQL -> row.lastBeforeMql();
            case LAST_BEFORE_CONTRACT -> row.lastBeforeContract();
            case LEAD -> row.leads();
            case MQL -> row.mql();
            case OPPORTUNITY -> row.opportunity();
            case WON -> row.won();
          };
      TouchBehind behind = new TouchBehind(question, row.key(), figure);
      var page =
          figure.isTouches()
              ? touches.touches(behind, caller, null, 50)
              : touches.leads(behind, caller, null, 50);
      assertThat(page.total()).as("%s", behind).isEqualTo(shown);
      assertThat(page.items()).as("%s", behind).hasSize((int) shown);
    }
  }

  private Caller self() {
    return new Caller(
        Caller.Kind.MEMBER,
        me,
        null,
        "我",
        Set.of(Permission.REPORTS_READ),
        new Visible.OwnedBy(Set.of(me)),
        null);
  }

  private static Instant after(int days) {
    return MARCH.plus(Duration.ofDays(days));
  }

  private static TouchQuestion ever(TouchCut cut) {
    return new TouchQuestion(cut, Period.ever(), null, null, ReportFilter.all());
  }

  private static TouchQuestion in(Period period) {
    return new TouchQuestion(TouchCut.SCENE, period, null, null, ReportFilter.all());
  }

  private static World.Lead lead(@Nullable UUID owner, @Nullable Instant... own) {
    @Nullable Instant[] seven = new @Nullable Instant[7];
    System.arraycopy(own, 0, seven, 0, own.length);
    return new World.Lead(
        Ids.next(), Ids.next(), null, null, null, null, null, owner, null, MARCH, seven);
  }

  private void touch(UUID person, String scene) {
    dsl.insertInto(PERSON).set(PERSON.ID, person).execute();
    touch(person, null, scene, null, MARCH);
  }

  private UUID touch(
      UUID person, @Nullable UUID lead, String scene, @Nullable UUID channel, Instant at) {
    UUID id = Ids.next();
    dsl.insertInto(TOUCH)
        .set(TOUCH.ID, id)
        .set(TOUCH.PERSON_ID, person)
        .set(TOUCH.LEAD_ID, lead)
        .set(TOUCH.SCENE, scene)
        .set(TOUCH.CHANNEL_ID, channel)
        .set(TOUCH.HAPPENED_AT, at)
        .execute();
    return id;
  }
}
