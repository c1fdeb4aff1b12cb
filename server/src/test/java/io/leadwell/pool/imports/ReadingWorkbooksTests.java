package io.leadwell.pool.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingWorkbooksTests {

  private static final String SHEET_START =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

  @TempDir private Path folder;

  @Test
  void numbers_days_times_and_flags_read_as_their_reader_sees_them() throws IOException {
    Path file =
        workbook(sheet -> {
          sheet.value(0, 0, "甲");
          sheet.value(1, 0, 13_800_138_000L);
          sheet.value(1, 1, 0.1 + 0.2);
          sheet.value(1, 2, LocalDate.of(2026, 3, 1));
          sheet.style(1, 2).format("yyyy\"年\"m\"月\"d\"日\"").set();
          sheet.value(1, 3, LocalDateTime.of(2026, 3, 1, 14, 30, 15));
          sheet.style(1, 3).format("yyyy-mm-dd hh:mm:ss").set();
          sheet.value(1, 4, true);
          sheet.value(1, 5, 45_000);
          sheet.style(1, 5).format("#,##0.00\"元\"").set();
          sheet.value(1, 6, "=HYPERLINK(1)");
        });

    assertThat(rows(file, "数据").get(1).cells())
        .containsExactly(
            "13800138000",
            "0.3",
            "2026-03-01",
            "2026-03-01 14:30:15",
            "TRUE",
            "45000",
            "=HYPERLINK(1)");
  }

  @Test
  void a_formula_is_the_value_it_had_and_an_error_is_refused_with_its_cell() throws IOException {
    Path file =
        raw(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>甲</t></is></c></row>"
                + "<row r=\"3\"><c r=\"A3\"><f>1+1</f><v>2</v></c>"
                + "<c r=\"B3\" t=\"str\"><f>A1</f><v>王伟</v></c>"
                + "<c r=\"C3\" t=\"e\"><v>#REF!</v></c>"
                + "<c r=\"D3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>");

    RawRow row = rows(file, "数据").get(1);
    assertThat(row.number()).isEqualTo(3);
    assertThat(row.cells().subList(0, 2)).containsExactly("2", "王伟");
    assertThat(row.faults())
        .extracting(RawRow.CellFault::column, RawRow.CellFault::value, RawRow.CellFault::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, "#REF!", "imports.cellWithError"),
            org.assertj.core.groups.Tuple.tuple(3, "#DIV/0!", "imports.cellWithError"));
  }

  @Test
  void the_first_sheet_with_rows_is_chosen_and_another_can_be() throws IOException {
    Path file = folder.resolve("sheets.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      book.newWorksheet("说明").value(0, 0, "只有一行");
      Worksheet first = book.newWorksheet("一月");
      first.value(0, 0, "姓名");
      first.value(1, 0, "王伟");
      Worksheet second = book.newWorksheet("二月");
      second.value(0, 0, "联系人");
      second.value(1, 0, "李娜");
    }
    FileShape shape = FileProbe.shape(file);

    assertThat(shape.sheets()).containsExactly("说明", "一月", "二月");
    assertThat(new HeaderSearch(Set.of(), _ -> false).onAnySheet(file, shape).sheet())
        .isEqualTo("一月");
    assertThat(Examination.of(file, shape.with("二月")).names()).containsExactly("联系人");
  }

  @Test
  void a_workbook_cut_off_anywhere_is_refused_with_a_sentence() throws IOException {
    byte[] whole = Files.readAllBytes(workbook(sheet -> sheet.value(0, 0, "甲")));
    for (int length = 8; length < whole.length; length += Math.max(1, whole.length / 40)) {
      byte[] part = Arrays.copyOf(whole, length);
      assertRefused(part, ImportsProblem.WORKBOOK_CUT_OFF);
    }
  }

  @Test
  void a_sheet_whose_xml_breaks_off_keeps_the_rows_before() throws IOException {
    Map<String, String> parts = parts("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    parts.put(
        "xl/worksheets/sheet1.xml",
        SHEET_START
            + "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\"><v>2</v></c></row><row r=\"3\"><c r=\"A3\"><v>3</");
    List<RawRow> rows = rows(zip(parts), "数据");

    assertThat(rows.get(1).cells()).containsExactly("2");
    assertThat(rows.getLast().faults().getFirst().code()).isEqualTo("imports.sheetBrokenOff");
  }

  @Test
  void bombs_tricks_and_other_archives_are_refused() throws IOException {
    Map<String, String> bomb = parts("");
    bomb.put("xl/media/image1.bin", "0".repeat(40 * 1024 * 1024));
    assertRefused(Files.readAllBytes(zip(bomb)), ImportsProblem.WORKBOOK_SUSPICIOUS);

    Map<String, String> path = parts("");
    path.put("../../evil.xml", "x");
    assertRefused(Files.readAllBytes(zip(path)), ImportsProblem.WORKBOOK_SUSPICIOUS);

    Map<String, String> twice = parts("");
    twice.put("XL/WORKBOOK.XML", "x");
    assertRefused(Files.readAllBytes(zip(twice)), ImportsProblem.WORKBOOK_SUSPICIOUS);

    Map<String, String> many = parts("");
    for (int i = 0; i < 10_001; i++) {
      many.put("xl/p" + i, "");
    }
    assertRefused(Files.readAllBytes(zip(many)), ImportsProblem.WORKBOOK_SUSPICIOUS);

    assertRefused(
        Files.readAllBytes(zip(new LinkedHashMap<>(Map.of("readme.txt", "hello")))),
        ImportsProblem.NOT_A_TABLE);
  }

  @Test
  void a_part_larger_than_its_table_of_contents_says_is_refused() throws IOException {
    Map<String, String> parts = parts("");
    parts.put("xl/sharedStrings.xml", "a".repeat(5_000));
    byte[] bytes = Files.readAllBytes(zip(parts));
    byte[] lying = bytes.clone();
    replaceSize(lying, "xl/sharedStrings.xml", 5_000, 10);

    assertThatThrownBy(() -> FileProbe.shape(Files.write(folder.resolve("lying"), lying)))
        .isInstanceOf(Problem.class);
  }

  @Test
  void any_damage_to_a_workbook_is_a_sentence_never_a_failure() throws IOException {
    byte[] whole =
        Files.readAllBytes(
            workbook(sheet -> {
              sheet.value(0, 0, "姓名");
              for (int i = 1; i < 50; i++) {
                sheet.value(i, 0, "人" + i);
              }
            }));
    java.util.Random random = new java.util.Random(11);
    for (int i = 0; i < 400; i++) {
      byte[] damaged = whole.clone();
      for (int n = 0; n < 3; n++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Path file = Files.write(folder.resolve("damaged"), damaged);
      try {
        FileShape shape = FileProbe.shape(file);
        if (shape.workbook()) {
          rows(file, shape.sheets().getFirst());
        }
      } catch (Problem expected) {
        assertThat(expected.code()).isInstanceOf(ImportsProblem.class);
      }
    }
  }

  private void assertRefused(byte[] bytes, ImportsProblem code) throws IOException {
    Path file = Files.write(folder.resolve("refused"), bytes);
    assertThatThrownBy(() -> FileProbe.shape(file))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }

  private static List<RawRow> rows(Path file, String sheet) throws IOException {
    FileShape shape = FileProbe.shape(file).with(sheet);
    List<RawRow> rows = new ArrayList<>();
    try (RowSource source = SheetRows.open(file, shape.sheet())) {
      for (RawRow row = source.next(); row != null; row = source.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Path workbook(Consumer<Worksheet> fill) throws IOException {
    Path file = folder.resolve("book.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      fill.accept(book.newWorksheet("数据"));
    }
    return file;
  }

  private Path raw(String rows) throws IOException {
    return zip(parts(rows));
  }

  private static Map<String, String> parts(String rows) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Override PartName=\"/xl/workbook.xml\""
            + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>");
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
            + "<sheet name=\"数据\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
            + " Target=\"worksheets/sheet1.xml\"/></Relationships>");
    parts.put("xl/worksheets/sheet1.xml", SHEET_START + rows + "</sheetData></worksheet>");
    return parts;
  }

  private Path zip(Map<String, String> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return Files.write(folder.resolve("parts.xlsx"), bytes.toByteArray());
  }

  /** Overwrites the unpacked size in the central directory entry of {@code name}. */
  private static void replaceSize(byte[] zip, String name, int from, int to) {
    byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
    for (int i = zip.length - wanted.length; i >= 46; i--) {
      boolean header = zip[i - 46] == 'P' && zip[i - 45] == 'K' && zip[i - 44] == 1;
      if (header && Arrays.equals(Arrays.copyOfRange(zip, i, i + wanted.length), wanted)) {
        assertThat((zip[i - 22] & 0xFF) | (zip[i - 21] & 0xFF) << 8).isEqualTo(from);
        zip[i - 22] = (byte) to;
        zip[i - 21] = 0;
        return;
      }
    }
    throw new IllegalArgumentException(name);
  }
}
