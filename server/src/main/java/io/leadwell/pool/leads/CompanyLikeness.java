package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.COMPANY_MERGE;
import static io.leadwell.tables.leads.Tables.EMPLOYMENT;
import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import io.leadwell.base.workspace.Caller;
import io.leadwell.kernel.companies.MailDomain;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Two names that are told of one and the same person may be one company misspelt, or shortened.
 * Among strangers a letter makes another company; of one person, who writes from the mailbox of a
 * firm, it is a slip. Sisters, branches and other places stay apart.
 */
@Component
class CompanyLikeness {

  /** A company that a person was told to be of, and how many are. */
  private record Told(UUID id, String name, int people) {

    private boolean isMoreThan(Told other) {
      return people != other.people
          ? people > other.people
          : name.length() != other.name.length()
              ? name.length() > other.name.length()
              : id.compareTo(other.id) < 0;
    }
  }

  private final DSLContext dsl;
  private final CompanyMerges merges;

  CompanyLikeness(DSLContext dsl, CompanyMerges merges) {
    this.dsl = dsl;
    this.merges = merges;
  }

  /** Within the transaction that looked at the person, under the lock of the intake. */
  void unite(UUID person) {
    List<Told> all = companies(person);
    if (all.size() < 2 || !writesFromAFirm(person)) {
      return;
    }
    for (Told one : all) {
      for (Told other : all) {
        if (one.isMoreThan(other)
            && CompanySpelling.isAlike(one.name(), other.name())
            && !areApart(one, other)) {
          merges.merge(one.id(), other.id(), Caller.system());
          // Whatever else is alike is looked at among those that are left.
          unite(person);
          return;
        }
      }
    }
  }

  /** What somebody took apart stays apart. */
  private boolean areApart(Told one, Told other) {
    return dsl.fetchExists(
        COMPANY_MERGE,
        COMPANY_MERGE
            .UNDONE_AT
            .isNotNull()
            .and(COMPANY_MERGE.SURVIVOR_ID.in(one.id(), other.id()))
            .and(COMPANY_MERGE.MERGED_ID.in(one.id(), other.id())));
  }

  private boolean writesFromAFirm(UUID person) {
    return dsl
        .select(IDENTIFIER.VALUE)
        .from(IDENTIFIER)
        .where(IDENTIFIER.PERSON_ID.eq(person))
        .and(IDENTIFIER.KIND.eq("email"))
        .fetch(IDENTIFIER.VALUE)
        .stream()
        .anyMatch(mailbox -> MailDomain.ofFirm(mailbox) != null);
  }

  private List<Told> companies(UUID person) {
    var others = EMPLOYMENT.as("others");
    return dsl.selectDistinct(
            COMPANY.ID,
            COMPANY.NAME,
            field(
                select(countDistinct(others.PERSON_ID))
                    .from(others)
                    .where(others.COMPANY_ID.eq(COMPANY.ID))))
        .from(EMPLOYMENT)
        .join(COMPANY)
        .on(COMPANY.ID.eq(EMPLOYMENT.COMPANY_ID))
        .where(EMPLOYMENT.PERSON_ID.eq(person))
        .and(COMPANY.REDIRECT_TO.isNull())
        .fetch(row -> new Told(row.value1(), row.value2(), row.value3()));
  }
}
