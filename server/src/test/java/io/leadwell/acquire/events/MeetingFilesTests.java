package io.leadwell.acquire.events;

import static io.leadwell.acquire.events.EventWorld.WHO;
import static io.leadwell.acquire.events.EventWorld.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadwell.acquire.capture.FormWorld;
import io.leadwell.base.platform.Problem;
import io.leadwell.pool.imports.Import;
import io.leadwell.pool.imports.ImportHeader;
import io.leadwell.pool.imports.Imports;
import io.leadwell.pool.imports.ImportsProblem;
import io.leadwell.pool.imports.Mapping;
import io.leadwell.testing.OnPostgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Reports as meeting services write them: lines of title, several sheets, several rows a person.
 */
@OnPostgres
@org.springframework.context.annotation.Import({FormWorld.class, EventWorld.class})
class MeetingFilesTests {

  private static final List<List<String>> TITLES =
      List.of(
          List.of("参会成员明细"),
          List.of("会议主题", "工厂数字化公开课", "会议号", "123 456 789"),
          List.of("预定开始时间", "2026-11-26 14:00:00", "预定结束时间", "2026-11-26 15:00:00"),
          List.of("创建者", "云帆科技", "会议时长", "60分钟"),
          List.of());
  private static final List<List<String>> MEMBERS =
      List.of(
          List.of("序号", "用户昵称（入会昵称）", "手机号", "入会时间", "退会时间", "入会时长"),
          List.of("1", "云帆科技-王伟", "", "2026-11-26 14:00:00", "2026-11-26 14:30:00", "00:30:00"),
          List.of("2", "云帆科技-王伟", "", "2026-11-26 14:40:00", "2026-11-26 15:00:00", "00:20:00"),
          List.of(
              "3", "新来的", "13700137000", "2026-11-26 14:10:00", "2026-11-26 14:40:00", "00:30:00"),
          List.of("4", "错的", "137", "2026-11-26 14:10:00", "2026-11-26 14:40:00", "00:30:00"));

  @Autowired private EventWorld world;
  @Autowired private Attendees attendees;
  @Autowired private Imports imports;
  @LocalServerPort private int port;

  @BeforeEach
  void open() {
    world.open();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_workbook_with_titles_and_a_sheet_of_facts_is_read_from_its_table() throws Exception {
    Event event = world.published("webinar", 30);
    registered(port, "webinar", world.guest("王伟"));
    Import received = receive("参会成员明细.xlsx", workbook());
    assertThat(received.shape().sheet()).isEqualTo("成员参会明细");
    assertThat(received.shape().headerRow()).isEqualTo(6);
    assertThat(imports.top(received.id()).get(1))
        .isEqualTo(new Imports.TopRow(2, List.of("会议主题", "工厂数字化公开课", "会议号", "123 456 789")));
    Import done = bringIn(received);
    assertThat(done.result()).isEqualTo(new Import.Counts(3, 0, 0, 1));
    assertThat(imports.problems(done.id(), null, 10).items())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.row()).isEqualTo(10);
          assertThat(problem.column()).isEqualTo("手机号");
        });
    assertThat(seconds(event, "王伟")).isEqualTo(50 * 60);
    assertThat(seconds(event, "新来的")).isEqualTo(30 * 60);
  }

  @Test
  void the_same_report_as_text_in_gbk_is_read_the_same_whatever_its_name() throws Exception {
    Event event = world.published("webinar", 30);
    registered(port, "webinar", world.guest("王伟"));
    for (String delimiter : List.of(",", "\t")) {
      Import received = receive("参会成员明细.xls", text(delimiter));
      assertThat(received.shape().headerRow()).isEqualTo(6);
      assertThat(received.shape().delimiter()).isEqualTo(delimiter);
      bringIn(received);
      assertThat(seconds(event, "王伟")).isEqualTo(50 * 60);
    }
  }

  @Test
  void another_row_can_be_taken_as_the_header_and_next_time_it_is_known() throws Exception {
    world.published("webinar", 30);
    String table = "谁,几点来,几点走,别的\n报名者,开始,结束,说明\n王伟,2026-11-26 14:00,2026-11-26 15:00,x\n";
    Import received = receive("名单.csv", table.getBytes(Charset.forName("GB18030")));
    assertThat(received.shape().headerRow()).isEqualTo(1);
    Import other = imports.map(received.id(), look(2), WHO);
    assertThat(other.shape().headerRow()).isEqualTo(2);
    assertThat(other.headers())
        .extracting(ImportHeader::name)
        .containsExactly("报名者", "开始", "结束", "说明");
    Problem refused =
        catchThrowableOfType(Problem.class, () -> imports.map(received.id(), look(3), WHO));
    assertThat(refused.code()).isEqualTo(ImportsProblem.INVALID_MAPPING);
    assertThat(refused.fields())
        .extracting(Problem.Field::code)
        .containsExactly("imports.nothingBelow");
    Map<String, List<String>> columns = Map.of("报名者", List.of("name"), "开始", List.of("joined_at"));
    bringIn(other, columns);
    Import next = receive("名单.csv", table.getBytes(Charset.forName("GB18030")));
    assertThat(next.shape().headerRow()).isEqualTo(2);
    assertThat(next.mapping().columns()).isEqualTo(columns);
  }

  private static Mapping look(long row) {
    return new Mapping(Map.of(), Map.of(), Mapping.Options.usual(), null, row, Map.of());
  }

  private Import receive(String name, byte[] content) {
    return imports.receive(WHO, "attendance", name, new ByteArrayInputStream(content));
  }

  private Import bringIn(Import batch) throws InterruptedException {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    batch.headers().forEach(header -> columns.put(header.name(), header.guess()));
    return bringIn(batch, columns);
  }

  private Import bringIn(Import batch, Map<String, List<String>> columns)
      throws InterruptedException {
    Map<String, String> fixed = Map.of("event", "webinar");
    imports.map(batch.id(), new Mapping(columns, fixed, Mapping.Options.usual(), null), WHO);
    imports.await(batch.id());
    imports.commit(batch.id(), WHO);
    return imports.await(batch.id());
  }

  private @Nullable Integer seconds(Event event, String name) {
    return attendees.page(event.id(), AttendeeFilter.ALL, null, 200, WHO).items().stream()
        .filter(row -> name.equals(row.name()))
        .findFirst()
        .orElseThrow()
        .seconds();
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      rows(book.newWorksheet("会议信息"), TITLES, 0);
      Worksheet members = book.newWorksheet("成员参会明细");
      rows(members, TITLES, 0);
      rows(members, MEMBERS, TITLES.size());
    }
    return out.toByteArray();
  }

  private static void rows(Worksheet sheet, List<List<String>> rows, int from) {
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < rows.get(r).size(); c++) {
        sheet.value(from + r, c, rows.get(r).get(c));
      }
    }
  }

  private static byte[] text(String delimiter) {
    StringBuilder text = new StringBuilder();
    for (List<List<String>> part : List.of(TITLES, MEMBERS)) {
      part.forEach(row -> text.append(String.join(delimiter, row)).append("\r\n"));
    }
    return text.toString().getBytes(Charset.forName("GB18030"));
  }
}
