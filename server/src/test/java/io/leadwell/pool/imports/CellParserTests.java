package io.leadwell.pool.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellParserTests {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01 14:30:00",
        "2026-03-01 14:30",
        "2026/3/1 14:30",
        "2026.3.1 14:30:00",
        "2026年3月1日 14:30",
        "2026年3月1日14时30分",
        "2026年3月1日 下午2:30",
        "２０２６－０３－０１　１４：３０",
        "2026-03-01T14:30:00+08:00",
        "2026-03-01T14:30:00+0800",
        "2026-03-01T06:30:00Z",
        "2026-03-01T06:30:00.000Z",
        "20260301143000",
        "20260301 14:30",
        "2026-03-01 2:30 PM",
        " 2026-03-01   14:30 "
      })
  void times_are_read_the_ways_they_are_written(String cell) {
    assertThat(time(cell, "ymd")).isEqualTo(Instant.parse("2026-03-01T06:30:00Z"));
  }

  @Test
  void a_day_without_a_time_is_its_first_moment_in_the_zone() {
    assertThat(time("2026-03-01", "ymd")).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
    assertThat(time("20260301", "ymd")).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
    assertThat(time("03/04/2026", "dmy")).isEqualTo(Instant.parse("2026-04-02T16:00:00Z"));
    assertThat(time("03/04/2026", "mdy")).isEqualTo(Instant.parse("2026-03-03T16:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2018-02-30, impossibleDate",
    "2026-13-01, impossibleDate",
    "2026-00-10, impossibleDate",
    "2026-03-01 25:00, impossibleDate",
    "2026-03-01 10:61, impossibleDate",
    "20180230, impossibleDate",
    "03/04/2026, dateOrderUnknown",
    "1026-03-01, yearOutOfRange",
    "9999-12-31, yearOutOfRange",
    "昨天, notATime",
    "45000, notATime",
    "2026-03, notATime"
  })
  void dates_that_are_none_are_refused(String cell, String code) {
    assertThat(refusal(new TimeParser(SHANGHAI, "ymd").time(cell))).isEqualTo("imports." + code);
  }

  @Test
  void a_usual_date_is_read_or_refused_as_the_same_with_a_blank_before_it() {
    Random random = new Random(8);
    TimeParser parser = new TimeParser(SHANGHAI, "ymd");
    for (int i = 0; i < 20_000; i++) {
      String cell =
          "%04d-%02d-%02d %02d:%02d:%02d"
              .formatted(
                  1850 + random.nextInt(300),
                  random.nextInt(14),
                  random.nextInt(33),
                  random.nextInt(26),
                  random.nextInt(62),
                  random.nextInt(62))
              .substring(0, List.of(10, 16, 19).get(random.nextInt(3)));
      assertThat(shown(parser.time(cell))).as(cell).isEqualTo(shown(parser.time(" " + cell)));
      assertThat(shown(parser.day(cell))).as(cell).isEqualTo(shown(parser.day(" " + cell)));
    }
  }

  @Test
  void any_time_in_any_of_our_forms_comes_back() {
    Random random = new Random(42);
    List<String> forms =
        List.of(
            "yyyy-MM-dd HH:mm:ss",
            " yyyy-MM-dd HH:mm:ss",
            "yyyy/M/d H:mm:ss",
            "yyyy.M.d HH:mm:ss",
            "yyyy年M月d日 HH:mm:ss",
            "yyyyMMdd HH:mm:ss",
            "yyyyMMddHHmmss",
            "yyyy-MM-dd'T'HH:mm:ss");
    for (int i = 0; i < 5_000; i++) {
      LocalDateTime at =
          LocalDate.of(1992, 1, 1)
              .plusDays(random.nextInt(36_000))
              .atStartOfDay()
              .plusSeconds(random.nextInt(86_400));
      String form = forms.get(random.nextInt(forms.size()));
      String cell = DateTimeFormatter.ofPattern(form, Locale.ROOT).format(at);
      assertThat(time(cell, "ymd")).as(cell).isEqualTo(at.atZone(SHANGHAI).toInstant());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "12800; 1280000",
        "¥12,800.50; 1280050",
        "￥ 12,800.5 元; 1280050",
        "1.28万; 1280000",
        "1.28万元; 1280000",
        "2亿; 20000000000",
        "-300; -30000",
        "(300); -30000",
        "0.005; 1",
        "0.0049; 0",
        "1.2E4; 1200000",
        "RMB 100; 10000",
        "１２．５; 1250"
      })
  void money_is_fen(String cell, long fen) {
    assertThat(AmountParser.money(cell)).isEqualTo(new ParsedCell.Value(fen));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "Infinity",
        "-Infinity",
        "12,5",
        "abc",
        "1.2.3",
        "$100",
        "=1+1",
        "元",
        "--1"
      })
  void money_that_is_none_is_refused(String cell) {
    assertThat(refusal(AmountParser.money(cell))).isEqualTo("imports.notMoney");
  }

  @Test
  void huge_amounts_are_refused_and_never_overflow() {
    for (String huge : List.of("9223372036854775807", "1e99", "99999999亿", "1" + "0".repeat(23))) {
      assertThat(refusal(AmountParser.money(huge))).isEqualTo("imports.amountTooLarge");
      assertThat(refusal(AmountParser.number(huge))).isEqualTo("imports.amountTooLarge");
    }
    assertThat(refusal(AmountParser.number("1.5"))).isEqualTo("imports.notAWholeNumber");
    assertThat(AmountParser.number("1.5万")).isEqualTo(new ParsedCell.Value(15_000L));
  }

  @Test
  void any_amount_with_commas_sign_and_decimals_comes_back() {
    Random random = new Random(5);
    for (int i = 0; i < 5_000; i++) {
      long fen = random.nextLong(-99_999_999_999L, 99_999_999_999L);
      String cell =
          (fen < 0 ? "-" : "") + "%,d.%02d".formatted(Math.abs(fen) / 100, Math.abs(fen) % 100);
      assertThat(AmountParser.money(cell)).as(cell).isEqualTo(new ParsedCell.Value(fen));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "13800138000; +8613800138000",
        "138 0013 8000（微信同号）; +8613800138000",
        "１３８００１３８０００; +8613800138000",
        "+86 139-1012-3456; +8613910123456",
        "0086 13510123456; +8613510123456",
        "(021)62345678; +862162345678",
        "021-62345678-801; +862162345678",
        "021-62345678转801; +862162345678",
        "400-820-8820; +864008208820",
        "+852 6123 4567; +85261234567",
        "13800138000/13900139000; +8613800138000",
        "13800138000.0; +8613800138000",
        "电话：13800138000; +8613800138000"
      })
  void phones_become_one_form(String cell, String expected) {
    assertThat(ContactWays.phone(cell)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12345", "1.38E+10", "待补", "123456789012345678", "a13800138000b", "95588"})
  void phones_that_are_none_are_refused(String cell) {
    assertThat(ContactWays.phone(cell)).isEmpty();
  }

  @Test
  void eleven_digits_are_a_mobile_number_exactly_when_the_same_with_blanks_are() {
    Random random = new Random(11);
    for (int i = 0; i < 10_000; i++) {
      for (int n = 0; n < 3; n++) {
        String digits = "1%04d%06d".formatted(i, random.nextInt(1_000_000));
        String spaced = digits.substring(0, 3) + " " + digits.substring(3);
        assertThat(ContactWays.phone(digits)).as(digits).isEqualTo(ContactWays.phone(spaced));
      }
    }
  }

  @Test
  void mailboxes_are_lower_case_and_sound() {
    assertThat(ContactWays.email(" Li.Na@HX.com.CN ")).contains("li.na@hx.com.cn");
    for (String wrong :
        List.of(
            "li.na", "@hx.cn", "a@b", "a b@hx.cn", "a@hx.cn;b@hx.cn", "x".repeat(300) + "@hx.cn")) {
      assertThat(ContactWays.email(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void nothing_typed_at_all_makes_a_parser_fail() {
    Random random = new Random(3);
    String alphabet = "0123456789-/.:年月日 tz+,万亿¥()eE@a王\"=\t\u0000\uD800";
    List<ImportField> fields =
        List.of(
            ImportField.of("time", "g", ImportFieldType.TIME),
            ImportField.of("day", "g", ImportFieldType.DAY),
            ImportField.of("money", "g", ImportFieldType.MONEY),
            ImportField.of("number", "g", ImportFieldType.NUMBER),
            ImportField.of("phone", "g", ImportFieldType.PHONE),
            ImportField.of("email", "g", ImportFieldType.EMAIL),
            ImportField.of("choice", "g", ImportFieldType.CHOICE),
            ImportField.text("text", "g"));
    CellParser parser = new CellParser(Mapping.Options.usual(), fields);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder cell = new StringBuilder();
      for (int n = random.nextInt(24); n > 0; n--) {
        cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      for (ImportField field : fields) {
        assertThat(parser.parse(field, cell.toString())).isNotNull();
      }
    }
  }

  @Test
  void keys_are_told_apart_in_any_number() {
    SeenKeys seen = new SeenKeys();
    for (int row = 1; row <= 200_000; row++) {
      assertThat(seen.firstRowOf("key-" + row, row)).isZero();
    }
    for (int row = 1; row <= 200_000; row += 7_919) {
      assertThat(seen.firstRowOf("key-" + row, 300_000)).isEqualTo(row);
    }
  }

  /** A refusal quotes its cell, blanks and all. */
  private static String shown(ParsedCell parsed) {
    return parsed instanceof ParsedCell.Refused(String code, List<Object> _)
        ? code
        : parsed.toString();
  }

  private static Object time(String cell, String order) {
    ParsedCell parsed = new TimeParser(SHANGHAI, order).time(cell);
    assertThat(parsed).as(cell).isInstanceOf(ParsedCell.Value.class);
    return ((ParsedCell.Value) parsed).value();
  }

  private static String refusal(ParsedCell parsed) {
    assertThat(parsed).isInstanceOf(ParsedCell.Refused.class);
    return ((ParsedCell.Refused) parsed).code();
  }
}
