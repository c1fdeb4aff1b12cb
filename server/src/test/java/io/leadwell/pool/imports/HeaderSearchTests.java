package io.leadwell.pool.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderSearchTests {

  private static final Set<String> KNOWN = Set.of("姓名", "手机号", "公司", "会议时长", "入会时间");

  @TempDir private Path folder;

  @Test
  void the_row_with_most_known_names_is_the_header_however_many_cells_the_titles_have()
      throws IOException {
    assertThat(
            header(
                """
                会议主题,产品发布会,会议号,123 456 789,会议时长,60分钟
                开始时间,2026-11-26 14:00,结束时间,2026-11-26 15:00

                序号,姓名,手机号,入会时间
                1,王伟,13800138000,2026-11-26 14:01
                """))
        .isEqualTo(4);
  }

  @Test
  void a_header_in_the_first_row_stays_it_whatever_stands_in_the_rows_below() throws IOException {
    assertThat(header("姓名,手机号,备注\n姓名,手机号,重复的表头\n王伟,1,公司\n")).isEqualTo(1);
    assertThat(header("a,b,c\n姓名,1,2\n")).isEqualTo(1);
  }

  @Test
  void names_nobody_knows_are_found_by_their_look() throws IOException {
    assertThat(header("报告\n生成于,今天\n\nw,x,y,z\n1,2,3,4\n")).isEqualTo(4);
    assertThat(header("报告\nw,x,y\n1,2,3\n")).isEqualTo(1);
  }

  @Test
  void columns_that_came_in_before_are_known_by_that() throws IOException {
    Path file = write("甲,乙,丙\n1,2,3\nw,x\n1,2\n");
    HeaderSearch search = new HeaderSearch(KNOWN, List.of("w", "x")::equals);
    assertThat(search.in(file, FileProbe.shape(file)).headerRow()).isEqualTo(3);
  }

  @Test
  void a_title_with_commas_does_not_hide_the_tabs_of_the_table() throws IOException {
    Path file = write("会议：发布会, 上海, 第一场\n导出于,今天\n姓名\t手机号\t公司\n王伟\t1\t云帆\n李娜\t2\t远山\n赵敏\t3\t江川\n");
    FileShape shape = FileProbe.shape(file);
    assertThat(shape.delimiter()).isEqualTo("\t");
    assertThat(new HeaderSearch(KNOWN, _ -> false).in(file, shape).headerRow()).isEqualTo(3);
  }

  @Test
  void rows_keep_the_numbers_of_the_file_and_those_above_the_header_stay_out() throws IOException {
    Path file = write("名单\n\n姓名,手机号\n\n王伟,1\n");
    FileShape shape = new HeaderSearch(KNOWN, _ -> false).in(file, FileProbe.shape(file));
    try (SourceFile source = SourceFile.open(file, shape)) {
      assertThat(source.names()).containsExactly("姓名", "手机号");
      assertThat(Desk.there(source.next()).number()).isEqualTo(5);
      assertThat(source.next()).isNull();
    }
  }

  @Test
  void a_sheet_of_facts_is_passed_over_for_the_first_with_a_header() throws IOException {
    Path file = folder.resolve("report.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      rows(book.newWorksheet("会议信息"), List.of("会议主题", "发布会"), List.of("会议时长", "60"));
      rows(book.newWorksheet("只有表头"), List.of("姓名", "手机号"));
      rows(
          book.newWorksheet("明细"),
          List.of("发布会"),
          List.of("姓名", "手机号", "公司"),
          List.of("王伟", "1", "云帆"));
    }
    FileShape found = new HeaderSearch(KNOWN, _ -> false).onAnySheet(file, FileProbe.shape(file));
    assertThat(found.sheet()).isEqualTo("明细");
    assertThat(found.headerRow()).isEqualTo(2);
    assertThat(new HeaderSearch(Set.of(), _ -> false).onAnySheet(file, found).sheet())
        .isEqualTo("会议信息");
  }

  @SafeVarargs
  private static void rows(Worksheet sheet, List<String>... rows) {
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].size(); c++) {
        sheet.value(r, c, rows[r].get(c));
      }
    }
  }

  private long header(String text) throws IOException {
    Path file = write(text);
    return Desk.there(
        new HeaderSearch(KNOWN, _ -> false).in(file, FileProbe.shape(file)).headerRow());
  }

  private Path write(String text) throws IOException {
    return Files.write(folder.resolve("file"), text.getBytes(StandardCharsets.UTF_8));
  }
}
