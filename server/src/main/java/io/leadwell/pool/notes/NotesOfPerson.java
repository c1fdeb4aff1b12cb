package io.leadwell.pool.notes;

import static io.leadwell.tables.notes.Tables.FILE;
import static io.leadwell.tables.notes.Tables.NOTE;

import io.leadwell.base.privacy.Kept;
import io.leadwell.base.privacy.PersonalData;
import io.leadwell.base.privacy.PersonalRows;
import io.leadwell.base.privacy.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What people wrote down about somebody and put beside their leads. Erased, it is gone. */
@Component
class NotesOfPerson implements PersonalData {

  private final DSLContext dsl;
  private final PersonalRows rows;
  private final KeptFiles files;

  NotesOfPerson(DSLContext dsl, PersonalRows rows, KeptFiles files) {
    this.dsl = dsl;
    this.rows = rows;
    this.files = files;
  }

  @Override
  public String area() {
    return "notes";
  }

  @Override
  public List<Kept> kept(Subject person) {
    return List.of(
        rows.read("note", NOTE, about(person)),
        rows.read("file", FILE, person.isLead(FILE.LEAD_ID)));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Integer> erase(Subject person) {
    Map<String, Integer> erased = new LinkedHashMap<>();
    erased.put("note", dsl.deleteFrom(NOTE).where(person.isLead(NOTE.LEAD_ID)).execute());
    // A note at the company, or at a colleague's lead, is about others as well.
    erased.put("mention", rows.scrub(NOTE, about(person), person, NOTE.BODY));
    List<String> contents =
        dsl.deleteFrom(FILE)
            .where(person.isLead(FILE.LEAD_ID))
            .returning(FILE.SHA256)
            .fetch(FILE.SHA256);
    erased.put("file", contents.size());
    if (!contents.isEmpty()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              files.sweep(contents);
            }
          });
    }
    return erased;
  }

  private Condition about(Subject person) {
    return person.isLead(NOTE.LEAD_ID).or(rows.mentions(person, NOTE.BODY));
  }
}
