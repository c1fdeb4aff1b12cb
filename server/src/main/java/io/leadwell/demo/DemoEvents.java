package io.leadwell.demo;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.capture.Form;
import io.leadwell.acquire.capture.Forms;
import io.leadwell.acquire.events.Approval;
import io.leadwell.acquire.events.Attendees;
import io.leadwell.acquire.events.CheckInWay;
import io.leadwell.acquire.events.CheckIns;
import io.leadwell.acquire.events.Event;
import io.leadwell.acquire.events.EventDraft;
import io.leadwell.acquire.events.EventFilter;
import io.leadwell.acquire.events.EventFormat;
import io.leadwell.acquire.events.Events;
import io.leadwell.acquire.events.MailPlan;
import io.leadwell.acquire.events.NewAttendee;
import io.leadwell.acquire.events.SessionDraft;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Events of the demo company: webinars that took place, with who was there; one that is on, one
 * online next week, one that is being planned.
 */
@Component
class DemoEvents {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalTime AFTERNOON = LocalTime.of(14, 0);
  private static final Duration HALF_A_DAY = Duration.ofHours(4);
  private static final Duration EVENING = Duration.ofMinutes(90);
  private static final String WEBINARS = "线上直播";
  private static final int FEWEST_THERE = 30;
  private static final int MOST_THERE = 60;
  private static final int SINCE_MONTHS = 4;

  /** Days ago, and what it was about. */
  private static final Map<Integer, String> HELD =
      Map.of(19, "质量追溯直播：客诉当天查到批次", 54, "设备联网直播：老设备怎么接", 96, "排产直播：插单不乱的三个做法");

  private final Events events;
  private final Attendees attendees;
  private final CheckIns door;
  private final Forms forms;
  private final Campaigns campaigns;
  private final DemoImports imports;
  private final Clock clock;
  private final Random random = new Random(20_240_609);

  DemoEvents(
      Events events,
      Attendees attendees,
      CheckIns door,
      Forms forms,
      Campaigns campaigns,
      DemoImports imports,
      Clock clock) {
    this.events = events;
    this.attendees = attendees;
    this.door = door;
    this.forms = forms;
    this.campaigns = campaigns;
    this.imports = imports;
    this.clock = clock;
  }

  void tell(Caller system) throws InterruptedException {
    if (!events.list(new EventFilter(null, null, null, null), null, 1).items().isEmpty()) {
      return;
    }
    Form form = forms.add("活动报名", "event", system);
    UUID open = forms.publish(form.id(), form.revision(), system).id();
    LocalDate today = LocalDate.now(clock.withZone(ZONE));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    held(open, system);

    Event salon =
        made(
            draft(
                "车间数字化沙龙·苏州站",
                EventFormat.OFFLINE,
                now.minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.HOURS),
                40,
                open),
            List.of(),
            system);
    List<UUID> guests = registered(salon, 31, system);
    for (UUID guest : guests.subList(0, 19)) {
      CheckInWay way = random.nextInt(3) == 0 ? CheckInWay.SEARCH : CheckInWay.SCAN;
      Instant at = now.minus(Duration.ofMinutes(random.nextInt(70)));
      door.checkIn(salon.id(), new CheckIns.Seen(Ids.next(), guest, null, way, at), system);
    }
    for (int i = 0; i < 2; i++) {
      door.walkIn(salon.id(), Ids.next(), guest(), now.minus(Duration.ofMinutes(20)), system);
    }

    Instant lesson = today.plusDays(8).atTime(AFTERNOON).atZone(ZONE).toInstant();
    Event online =
        made(
            draft("MES 选型公开课", EventFormat.ONLINE, lesson, 500, open),
            List.of(
                session("选型前要想清楚的五件事", lesson, 60),
                session("答疑：报价单怎么看", lesson.plus(Duration.ofHours(1)), 45)),
            system);
    registered(online, 46, system);

    Instant summit = today.plusDays(40).atTime(AFTERNOON).atZone(ZONE).toInstant();
    events.add(draft("智造年度客户大会", EventFormat.HYBRID, summit, 200, open), List.of(), system);
  }

  /**
   * Who was there comes by the report of the meeting, as it does where the list is older than us.
   */
  private void held(UUID form, Caller system) throws InterruptedException {
    LocalDateTime now = LocalDateTime.now(clock.withZone(ZONE));
    List<DemoLead> leads = new DemoHistory(now).leads();
    for (Map.Entry<Integer, String> one : new TreeMap<>(HELD).entrySet()) {
      LocalDateTime start = now.toLocalDate().minusDays(one.getKey()).atTime(19, 0);
      String campaign = DemoHistory.campaign(webinars(), YearMonth.from(start));
      EventDraft said =
          new EventDraft(
              one.getValue(),
              null,
              "zh-CN",
              EventFormat.ONLINE,
              start.atZone(ZONE).toInstant(),
              start.atZone(ZONE).toInstant().plus(EVENING),
              null,
              null,
              "https://meeting.example.com/live",
              null,
              "<p>一线厂长连线，讲完现场答疑。</p>",
              campaigns.named(List.of(campaign), false).get(campaign),
              form,
              Approval.AUTOMATIC,
              null,
              new MailPlan(List.of(), false, false, null));
      made(said, List.of(), system);
      List<DemoPerson> there =
          leads.stream()
              .filter(lead -> webinars().equals(lead.source()) && lead.leadAt().isBefore(start))
              .filter(lead -> lead.leadAt().isAfter(start.minusMonths(SINCE_MONTHS)))
              .map(DemoLead::person)
              .distinct()
              .limit(random.nextInt(FEWEST_THERE, MOST_THERE))
              .toList();
      imports.bring(
          "attendance",
          one.getValue() + "参会明细.csv",
          DemoFiles.attendance(one.getValue(), there, start),
          system);
    }
  }

  private static Source webinars() {
    return Source.ALL.stream()
        .filter(source -> source.channel().equals(WEBINARS))
        .findAny()
        .orElseThrow();
  }

  private Event made(EventDraft draft, List<SessionDraft> programme, Caller system) {
    return events.publish(events.add(draft, programme, system).id(), system);
  }

  private static EventDraft draft(
      String title, EventFormat format, Instant start, int seats, UUID form) {
    boolean online = format == EventFormat.ONLINE;
    return new EventDraft(
        title,
        null,
        "zh-CN",
        format,
        start,
        start.plus(HALF_A_DAY),
        online ? null : "国际会议中心 302 会议室",
        online ? null : "苏州工业园区金鸡湖大道 1 号",
        format == EventFormat.OFFLINE ? null : "https://meeting.example.com/mes",
        seats,
        "<p>三位一线厂长讲排产、报工和设备联网怎么落地，留足提问时间。</p>",
        null,
        form,
        format == EventFormat.HYBRID ? Approval.MANUAL : Approval.AUTOMATIC,
        null,
        MailPlan.USUAL);
  }

  private static SessionDraft session(String title, Instant start, int minutes) {
    return new SessionDraft(
        null, title, start, start.plus(Duration.ofMinutes(minutes)), null, "苏婷", null);
  }

  private List<UUID> registered(Event event, int many, Caller system) {
    List<UUID> guests = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      guests.add(attendees.add(event.id(), guest(), system));
    }
    return guests;
  }

  private NewAttendee guest() {
    Words.Province province = Words.province(random);
    return new NewAttendee(
        Words.person(random),
        "136" + (10_000_000 + random.nextInt(89_999_999)),
        mailbox(),
        Words.company(random, Words.pick(random, province.cities()), random.nextInt(10)),
        Words.pick(random, Words.TITLES));
  }

  private @Nullable String mailbox() {
    return random.nextInt(10) < 6 ? "guest" + random.nextInt(1_000_000) + "@example.com" : null;
  }
}
