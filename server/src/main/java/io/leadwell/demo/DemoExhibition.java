package io.leadwell.demo;

import io.leadwell.base.workspace.Caller;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.stereotype.Component;

/**
 * The list that came home from last week's exhibition: strangers, people who are known, some with
 * other details, some with the phone of somebody else, and whom the salespeople talked to.
 */
@Component
class DemoExhibition {

  private static final String CHANNEL = "行业展会";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int DAYS_AGO = 3;
  private static final int NEW = 34;
  private static final int SAME = 14;
  private static final int CHANGED = 6;
  private static final int TAKEN = 3;
  private static final List<String> TALKS =
      List.of("想看排产模块演示", "要一份报价单", "明年上 MES，预算在申请", "设备联网怎么收费", "约下周到厂里看看");

  private final DemoImports imports;
  private final Clock clock;
  private final Random random = new Random(20_240_613);

  DemoExhibition(DemoImports imports, Clock clock) {
    this.imports = imports;
    this.clock = clock;
  }

  boolean isTold() {
    return imports.isIn("leads", fileName(day()));
  }

  void tell(List<DemoLead> leads, Caller system) throws InterruptedException {
    LocalDateTime day = day();
    String year = Integer.toString(day.getYear());
    imports.bring(
        "leads",
        fileName(day),
        DemoFiles.list(rows(leads, day)),
        Map.of("channel", CHANNEL, "campaign", campaign(day)),
        Map.of(
            "tag",
            year + "工博会",
            "tag_new",
            "展会新客",
            "changed",
            "ask",
            "taken",
            "ask",
            "task_hours",
            "96"),
        system);
  }

  private LocalDateTime day() {
    return LocalDateTime.now(clock.withZone(ZONE)).minusDays(DAYS_AGO);
  }

  private static String fileName(LocalDateTime day) {
    return day.getYear() + "工博会现场名单.csv";
  }

  private static String campaign(LocalDateTime day) {
    return Source.ALL.stream()
        .filter(source -> source.channel().equals(CHANNEL))
        .findAny()
        .map(source -> DemoHistory.campaign(source, YearMonth.from(day)))
        .orElseThrow();
  }

  private List<DemoVisitor> rows(List<DemoLead> leads, LocalDateTime day) {
    List<DemoPerson> known =
        leads.stream()
            .filter(lead -> lead.leadAt().isBefore(day.minusMonths(2)))
            .map(DemoLead::person)
            .filter(person -> person.email() != null)
            .distinct()
            .limit(SAME + CHANGED + TAKEN)
            .toList();
    List<DemoVisitor> rows = new ArrayList<>();
    for (int i = 0; i < NEW; i++) {
      rows.add(stranger("139" + (10_000_000 + random.nextInt(89_999_999)), i % 3 == 0, day));
    }
    for (int i = 0; i < known.size(); i++) {
      DemoPerson person = known.get(i);
      if (i < SAME) {
        rows.add(visitor(person, person.phone(), person.title(), i % 4 == 0, day));
      } else if (i < SAME + CHANGED) {
        String other = "137" + (10_000_000 + random.nextInt(89_999_999));
        rows.add(visitor(person, other, "总监", i % 2 == 0, day));
      } else {
        rows.add(stranger(person.phone(), false, day));
      }
    }
    return rows;
  }

  private DemoVisitor visitor(
      DemoPerson person, String phone, String title, boolean talked, LocalDateTime day) {
    return new DemoVisitor(
        person.name(),
        phone,
        person.email(),
        person.company().name(),
        title,
        talked ? Words.pick(random, DemoHistory.EAST) : null,
        talked ? Words.pick(random, TALKS) : null,
        at(day));
  }

  private DemoVisitor stranger(String phone, boolean talked, LocalDateTime day) {
    Words.Province province = Words.province(random);
    return new DemoVisitor(
        Words.person(random),
        phone,
        null,
        Words.company(random, Words.pick(random, province.cities()), random.nextInt(10)),
        Words.pick(random, Words.TITLES),
        talked ? Words.pick(random, DemoHistory.EAST) : null,
        talked ? Words.pick(random, TALKS) : null,
        at(day));
  }

  private LocalDateTime at(LocalDateTime day) {
    return day.toLocalDate().atTime(9 + random.nextInt(8), random.nextInt(60));
  }
}
