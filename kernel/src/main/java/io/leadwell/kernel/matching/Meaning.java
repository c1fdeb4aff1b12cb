package io.leadwell.kernel.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a column of records holds. The meaning decides how values are cleaned and compared, and what
 * evidence they share with other columns.
 */
public enum Meaning {
  GIVEN_NAME(
      Kind.NAME,
      Theme.NAME,
      "given_name first_name firstname given forename fname christian_name 名"),
  SURNAME(Kind.NAME, Theme.NAME, "surname last_name lastname family_name lname second_name 姓"),
  MIDDLE_NAME(Kind.NAME, Theme.NAME, "middle_name middlename middle mname second_given_name"),
  FULL_NAME(
      Kind.FULL_NAME,
      Theme.NAME,
      "full_name name person_name fullname contact contact_name first_and_surname 姓名 联系人 名字"),
  PINYIN(Kind.FULL_NAME, Theme.NAME, "pinyin name_pinyin romanised_name romanized_name 拼音"),
  BIRTH_DATE(
      Kind.DATE, Theme.TIME, "birth_date dob date_of_birth birthdate birthday birth_day 出生日期 生日"),
  DATE(Kind.DATE, Theme.NONE, "date day 日期"),
  AGE(Kind.AGE, Theme.TIME, "age 年龄"),
  BIRTH_YEAR(Kind.AGE, Theme.TIME, "birth_year year_of_birth yob"),
  YEAR(Kind.AGE, Theme.NONE, "year 年份"),
  GENDER(Kind.CATEGORY, Theme.NONE, "gender sex 性别"),
  STREET_NUMBER(Kind.CODE, Theme.PLACE, "street_number house_number street_no houseno number"),
  STREET(Kind.TEXT, Theme.PLACE, "street address address_1 address1 address_line_1 addr 地址"),
  ADDRESS_2(Kind.TEXT, Theme.PLACE, "address_2 address2 address_line_2 address_3 district 区县"),
  SUBURB(Kind.TEXT, Theme.PLACE, "suburb locality neighbourhood neighborhood town"),
  CITY(Kind.TEXT, Theme.PLACE, "city place municipality 城市"),
  BIRTH_PLACE(Kind.TEXT, Theme.PLACE, "birth_place birthplace place_of_birth pob 出生地 籍贯"),
  POSTCODE(
      Kind.CODE,
      Theme.PLACE,
      "postcode post_code postal_code zip zipcode zip_code postcode_fake 邮编"),
  STATE(Kind.CATEGORY, Theme.PLACE, "state province region county 省份"),
  COUNTRY(Kind.CATEGORY, Theme.PLACE, "country nation nationality 国家"),
  PHONE(
      Kind.NUMBER,
      Theme.REACH,
      "phone phone_number telephone tel mobile cell mobile_phone cellphone 电话 手机 手机号 联系电话"),
  EMAIL(Kind.EMAIL, Theme.FIRM, "email e-mail e_mail mail email_address 邮箱 电子邮箱"),
  COMPANY(
      Kind.TEXT,
      Theme.FIRM,
      "company company_name organisation organization employer firm business_name 公司 企业 单位"
          + " 公司名称 企业名称"),
  DOMAIN(Kind.CODE, Theme.FIRM, "domain website url web homepage site 域名 网址"),
  JOB_TITLE(Kind.TEXT, Theme.FIRM, "job_title title position job role 职位 职务"),
  OCCUPATION(Kind.TEXT, Theme.NONE, "occupation profession trade 职业"),
  ID_NUMBER(
      Kind.NUMBER,
      Theme.REACH,
      "id_number ssn soc_sec_id social_security_number national_id nin passport tax_id 证件号 身份证号"),
  CODE(Kind.CODE, Theme.NONE, "code reference ref sku"),
  CATEGORY(Kind.CATEGORY, Theme.NONE, "category type class status"),
  TEXT(Kind.TEXT, Theme.NONE, "text other description venue authors notes"),
  UNIONID(Kind.UNIQUE, Theme.NONE, "unionid union_id verified_id uscc external_user_id"),
  COOKIE(Kind.SILENT, Theme.NONE, "cookie device ip device_id ip_address"),
  IGNORE(Kind.SILENT, Theme.NONE, "ignore skip none -");

  /** Columns of one theme often agree together, also of two different people. */
  enum Theme {
    NAME,
    TIME,
    PLACE,
    FIRM,
    REACH,
    NONE
  }

  private final Kind kind;
  private final Theme theme;
  private final List<String> words;

  Meaning(Kind kind, Theme theme, String words) {
    this.kind = kind;
    this.theme = theme;
    this.words = List.of(words.split(" "));
  }

  Kind kind() {
    return kind;
  }

  Theme theme() {
    return theme;
  }

  /** Whether strangers may agree in both because of one thing: a home, a firm, a birthday. */
  boolean goesWith(Meaning other) {
    boolean where = isPlace() && other.isPlace();
    boolean family = this == SURNAME && other.theme == Theme.PLACE;
    boolean household = other == SURNAME && theme == Theme.PLACE;
    boolean named = this == GIVEN_NAME && other == GENDER || this == GENDER && other == GIVEN_NAME;
    boolean same = theme == other.theme && theme != Theme.NONE && theme != Theme.REACH;
    return same || where || family || household || named;
  }

  /** Whether it says where somebody lives or works. */
  boolean isPlace() {
    return theme == Theme.PLACE || theme == Theme.FIRM;
  }

  /** The name under which the meaning is asked for. */
  public String word() {
    return words.getFirst();
  }

  /** All spellings of the name. */
  public List<String> words() {
    return words;
  }

  /** The meaning of a word, in any case and with blanks, dots or hyphens for underscores. */
  public static Optional<Meaning> of(String word) {
    String wanted = plain(word);
    return Arrays.stream(values())
        .filter(meaning -> meaning.words.stream().anyMatch(known -> plain(known).equals(wanted)))
        .findFirst();
  }

  /** All known words, one group a meaning, for a sentence to the user. */
  public static String known() {
    return Stream.of(values()).map(Meaning::word).collect(Collectors.joining(", "));
  }

  private static String plain(String word) {
    String folded = Folding.fold(word).toLowerCase(Locale.ROOT);
    return folded.equals("-") ? folded : folded.replaceAll("[\\s_.\\-]+", "");
  }
}
