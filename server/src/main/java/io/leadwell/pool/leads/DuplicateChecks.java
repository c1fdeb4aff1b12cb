package io.leadwell.pool.leads;

import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.Permission;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.imports.ContactWays;
import io.leadwell.pool.leads.Verdict.Ground;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The search box of sales (撞单查询): is somebody, or a company, taken? It answers for the whole pool
 * with who works on it and since when, and shows nothing by which somebody could be contacted.
 */
@Service
public class DuplicateChecks {

  /**
   * What stands of somebody or of a company.
   *
   * @param subject what was recognised: the company's name, or what was asked for
   * @param leadId only where the reader may see the lead
   */
  public record Answer(
      String kind,
      double confidence,
      String subject,
      List<Ground> grounds,
      @Nullable String stage,
      @Nullable String company,
      @Nullable UUID ownerId,
      @Nullable String owner,
      @Nullable Instant lastTouchAt,
      @Nullable UUID leadId,
      @Nullable String note) {}

  private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");
  private static final int MOST_COMPANIES = 10;
  private static final int MOST_ALIKE = 5;

  private final Verdicts verdicts;
  private final LeadStore leads;
  private final CompanyList companies;
  private final AlikeCompanies alike;
  private final Members members;
  private final Audit audit;

  DuplicateChecks(
      Verdicts verdicts,
      LeadStore leads,
      CompanyList companies,
      AlikeCompanies alike,
      Members members,
      Audit audit) {
    this.verdicts = verdicts;
    this.leads = leads;
    this.companies = companies;
    this.alike = alike;
    this.members = members;
    this.audit = audit;
  }

  /**
   * Asks about a phone, a mailbox, a credit code, or a company by its name, a part of it, its short
   * form, or the name misspelt.
   */
  @Transactional
  public List<Answer> check(String typed, Caller who) {
    String asked = typed.strip();
    List<Answer> answers = new ArrayList<>();
    if (asked.isEmpty()) {
      return answers;
    }
    String code = asked.toUpperCase(Locale.ROOT);
    String email = ContactWays.email(asked).orElse(null);
    String phone = email == null ? ContactWays.phone(asked).orElse(null) : null;
    if (email != null || phone != null) {
      answers.add(answer(asked, verdicts.of(new Inquiry(null, phone, email, null, null)), who));
    } else if (CREDIT_CODE.matcher(code).matches()) {
      answers.add(answer(asked, verdicts.of(new Inquiry(null, null, null, null, code)), who));
    } else {
      answers.addAll(ofCompanies(asked, who));
    }
    audit.record(
        who, "duplicates.checked", "duplicate-check", null, null, Map.of("found", answers.size()));
    return answers;
  }

  /** What we have by the name, then what is like it. Only if neither says anything it is new. */
  private List<Answer> ofCompanies(String asked, Caller who) {
    List<Answer> answers = new ArrayList<>();
    Set<String> names = companies(asked);
    Verdict own = Verdict.fresh(List.of());
    for (String name : names) {
      Verdict verdict = ofCompany(name);
      if (name.equals(asked)) {
        own = verdict;
      }
      // Part of a name is nobody's name: it is no news that it is free.
      if (!name.equals(asked) || verdict.kind() != Verdict.Kind.NEW) {
        answers.add(answer(name, verdict, who));
      }
    }
    for (AlikeCompanies.Alike one : alike.of(asked, MOST_ALIKE)) {
      if (!names.contains(one.name())) {
        answers.add(answer(one.name(), guessed(ofCompany(one.name()), one.likeness()), who));
      }
    }
    if (answers.isEmpty()) {
      answers.add(answer(asked, own, who));
    }
    return answers;
  }

  private Verdict ofCompany(String name) {
    return verdicts.of(new Inquiry(null, null, null, name, null));
  }

  /** That the name is meant is a guess, so all that follows is no surer. */
  private static Verdict guessed(Verdict verdict, double likeness) {
    List<Ground> grounds = new ArrayList<>();
    grounds.add(new Ground("alike", percent(likeness), "company"));
    grounds.addAll(verdict.grounds());
    return new Verdict(
        verdict.kind(),
        verdict.confidence() * likeness,
        grounds,
        verdict.standing(),
        verdict.note());
  }

  private static String percent(double likeness) {
    return Math.round(likeness * 100) + "%";
  }

  /**
   * What was typed, as it may be a company that only the list of competitors knows, and what we
   * have.
   */
  private Set<String> companies(String typed) {
    Set<String> names = new LinkedHashSet<>();
    companies
        .page(
            CompanyFilter.named(typed),
            CompanyOrder.NEWEST_FIRST,
            Visible.everything(),
            null,
            MOST_COMPANIES)
        .items()
        .forEach(company -> names.add(company.name()));
    if (names.stream().noneMatch(name -> CompanyKeys.of(name).equals(CompanyKeys.of(typed)))) {
      names.add(typed);
    }
    return names;
  }

  private Answer answer(String subject, Verdict verdict, Caller who) {
    Verdict.Standing lead = verdict.standing();
    UUID owner = lead == null ? null : lead.ownerId();
    UUID open = lead == null ? null : seen(lead.leadId(), who);
    boolean whole = who.may(Permission.CONTACT_REVEAL);
    return new Answer(
        verdict.kind().word(),
        verdict.confidence(),
        subject,
        verdict.grounds().stream().map(ground -> shown(ground, whole)).toList(),
        lead == null ? null : lead.stage().word(),
        lead == null ? null : lead.company(),
        owner,
        owner == null ? null : members.names(Set.of(owner)).get(owner),
        lead == null ? null : lead.lastTouchAt(),
        open,
        verdict.note());
  }

  private @Nullable UUID seen(UUID lead, Caller who) {
    return leads.find(lead, who.visible()).isPresent() ? lead : null;
  }

  private static Ground shown(Ground ground, boolean whole) {
    String value =
        switch (ground.field()) {
          case "phone" -> Contact.phone(ground.value(), whole);
          case "email" -> Contact.email(ground.value(), whole);
          default -> ground.value();
        };
    return new Ground(ground.field(), String.valueOf(value), ground.whose());
  }
}
