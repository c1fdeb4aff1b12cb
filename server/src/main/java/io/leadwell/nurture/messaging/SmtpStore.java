package io.leadwell.nurture.messaging;

import static io.leadwell.tables.messaging.Tables.SMTP;
import static io.leadwell.tables.messaging.Tables.SMTP_TEST;

import io.leadwell.base.platform.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The row of the mail server, and its tests; the password goes in and out sealed. */
@Repository
class SmtpStore {

  private final DSLContext dsl;

  SmtpStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<Smtp> find() {
    return dsl.selectFrom(SMTP)
        .fetchOptional(r ->
            new Smtp(
                r.get(SMTP.HOST),
                r.get(SMTP.PORT),
                Smtp.Security.of(r.get(SMTP.SECURITY)),
                r.get(SMTP.USER_NAME),
                r.get(SMTP.PASSWORD) != null,
                r.get(SMTP.FROM_ADDRESS),
                r.get(SMTP.FROM_NAME),
                r.get(SMTP.ENABLED)));
  }

  @Nullable String password() {
    return dsl.select(SMTP.PASSWORD).from(SMTP).fetchOne(SMTP.PASSWORD);
  }

  void save(Smtp.Draft draft, @Nullable String sealed, Instant now) {
    dsl.insertInto(SMTP)
        .set(SMTP.HOST, draft.host())
        .set(SMTP.PORT, draft.port())
        .set(SMTP.SECURITY, draft.security().word())
        .set(SMTP.USER_NAME, draft.userName())
        .set(SMTP.PASSWORD, sealed)
        .set(SMTP.FROM_ADDRESS, draft.fromAddress())
        .set(SMTP.FROM_NAME, draft.fromName())
        .set(SMTP.ENABLED, draft.enabled())
        .set(SMTP.CHANGED_AT, now)
        .onConflict(SMTP.SINGLE)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }

  void tested(
      String by,
      String recipient,
      @Nullable Trouble trouble,
      @Nullable String answer,
      Instant now) {
    dsl.insertInto(SMTP_TEST)
        .set(SMTP_TEST.ID, Ids.next())
        .set(SMTP_TEST.AT, now)
        .set(SMTP_TEST.BY_NAME, by)
        .set(SMTP_TEST.RECIPIENT, recipient)
        .set(SMTP_TEST.TROUBLE, trouble == null ? null : trouble.word())
        .set(SMTP_TEST.ANSWER, answer)
        .execute();
  }

  List<SmtpTest> tests(int limit) {
    return dsl.selectFrom(SMTP_TEST)
        .orderBy(SMTP_TEST.AT.desc(), SMTP_TEST.ID.desc())
        .limit(limit)
        .fetch(r -> {
          String trouble = r.get(SMTP_TEST.TROUBLE);
          return new SmtpTest(
              r.get(SMTP_TEST.AT),
              r.get(SMTP_TEST.BY_NAME),
              r.get(SMTP_TEST.RECIPIENT),
              trouble == null ? null : Trouble.of(trouble),
              r.get(SMTP_TEST.ANSWER));
        });
  }
}
