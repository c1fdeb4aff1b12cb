package io.leadwell.pool.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingFilesTests {

  private static final String TABLE = "姓名,备注\n王伟,\"第一行\n第二行，\"\"引号\"\"\"\n李娜,𠮷野家\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
  void every_usual_encoding_is_recognised(String encoding) throws IOException {
    boolean marked = encoding.startsWith("UTF-16");
    byte[] bytes = ((marked ? "\uFEFF" : "") + TABLE).getBytes(Charset.forName(encoding));

    assertThat(shape(bytes).encoding()).isEqualTo(encoding);
    assertThat(rows(bytes))
        .containsExactly(
            List.of("姓名", "备注"), List.of("王伟", "第一行\n第二行，\"引号\""), List.of("李娜", "𠮷野家"));
  }

  @Test
  void a_byte_order_mark_before_a_quoted_header_is_no_part_of_it() throws IOException {
    assertThat(rows("\uFEFF\"姓名\",电话\n王,1\n"))
        .containsExactly(List.of("姓名", "电话"), List.of("王", "1"));
  }

  @ParameterizedTest
  @CsvSource({"','", ";", "'\t'", "|"})
  void the_delimiter_is_seen_from_the_rows(String delimiter) throws IOException {
    String text =
        "姓名,备注,电话\n王伟,\"a,b;c|d\te\",1\n李娜,x,2\n"
            .replace("姓名,备注,电话", String.join(delimiter, "姓名", "备注", "电话"))
            .replace("王伟,", "王伟" + delimiter)
            .replace("\",1", "\"" + delimiter + "1")
            .replace("李娜,x,2", String.join(delimiter, "李娜", "x", "2"));

    assertThat(rows(text).get(1)).containsExactly("王伟", "a,b;c|d\te", "1");
  }

  @Test
  void bytes_of_no_encoding_are_refused_with_their_line() {
    byte[] bytes = "姓名,备注\n王伟,x\n李娜,y\n".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 2] = (byte) 0xFF;

    assertThatThrownBy(() -> shape(bytes))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> {
              assertThat(p.code()).isEqualTo(ImportsProblem.UNKNOWN_ENCODING);
              assertThat(p.arguments()).containsExactly(3L);
            });
  }

  @Test
  void a_file_cut_in_the_middle_of_a_character_is_still_utf_8() throws IOException {
    byte[] bytes = "姓名,备注\n王伟,甲\n李娜,乙".getBytes(StandardCharsets.UTF_8);

    assertThat(shape(java.util.Arrays.copyOf(bytes, bytes.length - 1)).encoding())
        .isEqualTo("UTF-8");
  }

  @Test
  void a_quote_never_closed_keeps_the_good_rows_and_says_where_it_opened() throws IOException {
    List<RawRow> rows = raw("姓名,备注\n王伟,x\n李娜,\"没有结束\n周八,y\n吴九,z\n");

    assertThat(rows).hasSize(3);
    assertThat(rows.get(1).cells()).containsExactly("王伟", "x");
    assertThat(rows.get(2).faults())
        .containsExactly(new RawRow.CellFault(-1, "", "imports.quoteNeverClosed", List.of(3L)));
  }

  @Test
  void a_quote_that_swallows_megabytes_is_refused_without_taking_their_memory() throws IOException {
    String rest = "周八,y\n".repeat(4_000_000);
    List<RawRow> rows = raw("姓名,备注\n王伟,x\n李娜,\"没有结束\n" + rest);

    assertThat(rows).hasSize(3);
    assertThat(rows.get(2).faults().getFirst().code()).isEqualTo("imports.quoteNeverClosed");
    assertThat(rows.get(2).faults().getFirst().arguments()).containsExactly(3L);
  }

  @Test
  void nul_characters_and_blank_lines_are_passed_over() throws IOException {
    assertThat(rows("\n\n姓名,电\u0000话\n\n王\u0000伟,1\n,\n  ,\n"))
        .containsExactly(List.of("姓名", "电话"), List.of("王伟", "1"));
  }

  @Test
  void rows_are_counted_as_spreadsheets_do() throws IOException {
    Path file = write("\n姓名,备注\n王伟,\"a\nb\"\n\n李娜,c\n".getBytes(StandardCharsets.UTF_8));
    try (SourceFile source = SourceFile.open(file, FileProbe.shape(file))) {
      assertThat(source.headerRow()).isEqualTo(2);
      assertThat(Desk.there(source.next()).number()).isEqualTo(3);
      assertThat(Desk.there(source.next()).number()).isEqualTo(5);
    }
  }

  @Test
  void blank_and_repeated_header_names_become_unique() throws IOException {
    Path file = write("姓名,姓名,,备注,\n王,伟,1,2,\n".getBytes(StandardCharsets.UTF_8));
    try (SourceFile source = SourceFile.open(file, FileProbe.shape(file))) {
      assertThat(source.names()).containsExactly("姓名", "姓名 (2)", "列 C", "备注");
    }
  }

  @Test
  void files_that_are_no_table_are_refused_each_with_its_sentence() {
    assertRefused(new byte[0], ImportsProblem.FILE_EMPTY);
    assertRefused("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8), ImportsProblem.NOT_A_TABLE);
    assertRefused("<html><table>".getBytes(StandardCharsets.UTF_8), ImportsProblem.NOT_A_TABLE);
    byte[] ole = new byte[2_048];
    byte[] magic = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    System.arraycopy(magic, 0, ole, 0, magic.length);
    assertRefused(ole, ImportsProblem.OLD_EXCEL);
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, ole, 1_200, name.length);
    assertRefused(ole, ImportsProblem.ENCRYPTED_WORKBOOK);
  }

  @Test
  void a_table_without_rows_or_with_too_many_columns_is_refused() throws IOException {
    assertLookRefused("姓名,电话\n", ImportsProblem.FILE_WITHOUT_ROWS);
    assertLookRefused("\n\n", ImportsProblem.FILE_WITHOUT_ROWS);
    assertLookRefused("a,".repeat(500) + "b\n1\n", ImportsProblem.TOO_MANY_COLUMNS);
  }

  @Test
  void any_text_at_all_is_read_without_a_failure() throws IOException {
    Random random = new Random(20260301);
    String alphabet = "a,;\t|\"\"\n\r王 \u0000'=";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder("h1,h2\n");
      for (int n = random.nextInt(60); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      raw(text.toString());
    }
  }

  @Test
  void any_table_written_as_csv_is_read_as_it_was() throws IOException {
    Random random = new Random(7);
    String alphabet = "ab,;\"\n王 ";
    for (int i = 0; i < 300; i++) {
      List<List<String>> table = new ArrayList<>();
      table.add(List.of("甲", "乙", "丙"));
      for (int r = random.nextInt(6) + 1; r > 0; r--) {
        List<String> row = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
          StringBuilder cell = new StringBuilder("x");
          for (int n = random.nextInt(6); n > 0; n--) {
            cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
          }
          row.add(cell.toString());
        }
        table.add(row);
      }
      StringBuilder csv = new StringBuilder();
      for (List<String> row : table) {
        csv.append(
                String.join(
                    ",", row.stream().map(c -> '"' + c.replace("\"", "\"\"") + '"').toList()))
            .append('\n');
      }
      assertThat(rows(csv.toString())).isEqualTo(table);
    }
  }

  private void assertRefused(byte[] bytes, ImportsProblem code) {
    assertThatThrownBy(() -> shape(bytes))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }

  private void assertLookRefused(String text, ImportsProblem code) throws IOException {
    Path file = write(text.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Examination.of(file, FileProbe.shape(file)))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }

  private FileShape shape(byte[] bytes) throws IOException {
    return FileProbe.shape(write(bytes));
  }

  private List<List<String>> rows(String text) throws IOException {
    return rows(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<List<String>> rows(byte[] bytes) throws IOException {
    return raw(bytes).stream().filter(row -> !row.blank()).map(RawRow::cells).toList();
  }

  private List<RawRow> raw(String text) throws IOException {
    return raw(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<RawRow> raw(byte[] bytes) throws IOException {
    Path file = write(bytes);
    FileShape shape = FileProbe.shape(file);
    List<RawRow> rows = new ArrayList<>();
    try (RowSource source =
        CsvRows.open(file, Desk.there(shape.encoding()), Desk.there(shape.delimiter()).charAt(0))) {
      for (RawRow row = source.next(); row != null; row = source.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file"), bytes);
  }
}
