package io.leadwell.base.privacy;

import static org.jooq.impl.DSL.any;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Somebody, by everything the pool knows them by.
 *
 * @param people the person and all who were merged into them
 * @param leads theirs, folded ones too
 * @param phones as E.164
 * @param emails in lower case
 * @param identities ids that other systems gave them: WeCom, unionid, CRM
 * @param visitors the cookies of their browsers
 * @param names all that they were ever called
 * @param rows of files they came in with
 * @param things ids of all that is about them, as the audit log names it
 */
public record Subject(
    Set<UUID> people,
    Set<UUID> leads,
    Set<String> phones,
    Set<String> emails,
    Set<String> identities,
    Set<UUID> visitors,
    Set<String> names,
    Set<FileRow> rows,
    Set<UUID> things) {

  /** A row of an imported file. */
  public record FileRow(UUID importId, long row) {}

  private static final Pattern SPECIAL = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final String CHINA = "+86";
  private static final int SHORTEST_NAME = 2;

  public Condition isPerson(Field<UUID> column) {
    return column.eq(any(people.toArray(UUID[]::new)));
  }

  public Condition isLead(Field<UUID> column) {
    return column.eq(any(leads.toArray(UUID[]::new)));
  }

  /** Whether the column holds one of their ids, addresses or numbers as a whole. */
  public Condition isWay(Field<String> column) {
    Set<String> all = new LinkedHashSet<>(phones);
    all.addAll(emails);
    all.addAll(identities);
    return column.eq(any(all.toArray(String[]::new)));
  }

  /** A regular expression of PostgreSQL for every spelling of a way to them; empty if none. */
  String ways() {
    Set<String> parts = new LinkedHashSet<>();
    phones.stream().map(Subject::phone).forEach(parts::add);
    emails.forEach(email -> parts.add("(?<![a-z0-9._%+-])" + quoted(email) + "(?![a-z0-9-])"));
    identities.forEach(id -> parts.add("(?<![A-Za-z0-9_-])" + quoted(id) + "(?![A-Za-z0-9_-])"));
    return String.join("|", parts);
  }

  /** The same for ways and names; for rows that are known to be about them. */
  String waysAndNames() {
    Set<String> parts = new LinkedHashSet<>();
    String ways = ways();
    if (!ways.isEmpty()) {
      parts.add(ways);
    }
    names.stream()
        .filter(name -> name.length() >= SHORTEST_NAME)
        .sorted((one, other) -> other.length() - one.length())
        .map(Subject::quoted)
        .forEach(parts::add);
    return String.join("|", parts);
  }

  /** Digits may be parted by blanks and dashes, and the country may be there or not. */
  private static String phone(String e164) {
    boolean chinese = e164.startsWith(CHINA);
    String digits = chinese ? e164.substring(CHINA.length()) : e164.substring(1);
    String parted =
        digits.chars().mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining("[ -]?"));
    return "(?<!\\d)" + (chinese ? "(?:(?:\\+|00)?86[ -]?|0)?" : "\\+?") + parted + "(?!\\d)";
  }

  private static String quoted(String text) {
    return SPECIAL
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
  }

  /** The same, with more that is about them. */
  public Subject withThings(Set<UUID> others) {
    Set<UUID> all = new LinkedHashSet<>(things);
    all.addAll(others);
    return new Subject(people, leads, phones, emails, identities, visitors, names, rows, all);
  }

  /** The same, with more ids of other systems. */
  public Subject withIdentities(Set<String> others) {
    Set<String> all = new LinkedHashSet<>(identities);
    all.addAll(others);
    return new Subject(people, leads, phones, emails, all, visitors, names, rows, things);
  }
}
