package io.leadwell.pool.notes;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.tables.notes.tables.records.NoteRow;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes at leads and companies. Who wrote one may change it; everybody who may edit may pin it. */
@Service
public class Notes {

  private static final int LONGEST = 10_000;

  private final NoteStore store;
  private final Places places;
  private final Audit audit;
  private final Clock clock;

  Notes(NoteStore store, Places places, Audit audit, Clock clock) {
    this.store = store;
    this.places = places;
    this.audit = audit;
    this.clock = clock;
  }

  /** Of the person behind a lead, across her leads: pinned ones first, then the newest. */
  @Transactional(readOnly = true)
  public List<Note> ofLead(UUID lead, Caller reader) {
    return notes(places.lead(lead, reader), reader);
  }

  @Transactional(readOnly = true)
  public List<Note> ofCompany(UUID company, Caller reader) {
    return notes(places.company(company, reader), reader);
  }

  private List<Note> notes(Place at, Caller reader) {
    return store.notes(at.subject()).stream().map(note -> note(note, at, reader)).toList();
  }

  @Transactional
  public Note writeAtLead(UUID lead, @Nullable String body, boolean pinned, Caller who) {
    return write(places.lead(lead, who), body, pinned, who);
  }

  @Transactional
  public Note writeAtCompany(UUID company, @Nullable String body, boolean pinned, Caller who) {
    return write(places.company(company, who), body, pinned, who);
  }

  private Note write(Place at, @Nullable String body, boolean pinned, Caller who) {
    NoteRow note = new NoteRow();
    note.setId(Ids.next());
    note.setLeadId(at.leadId());
    note.setCompanyId(at.companyId());
    note.setBody(clean(body));
    note.setPinned(pinned);
    note.setAuthorId(who.memberId());
    note.setAuthorName(who.name());
    note.setWrittenAt(now());
    store.add(note);
    record(who, "note.written", note);
    return note(note, at, who);
  }

  /** What is null stays. Only who wrote it changes what it says. */
  @Transactional
  public Note change(UUID id, @Nullable String body, @Nullable Boolean pinned, Caller who) {
    NoteRow note = found(id, false, who);
    if (body != null) {
      mustBeTheirs(note, who);
      store.write(id, clean(body), now());
    }
    if (pinned != null) {
      store.pin(id, pinned);
    }
    record(who, "note.changed", note);
    return one(id, who);
  }

  @Transactional
  public void delete(UUID id, Caller who) {
    NoteRow note = found(id, false, who);
    mustBeTheirs(note, who);
    store.deleteNote(id, now(), who.memberId());
    record(who, "note.deleted", note);
  }

  /** Takes the deletion back. */
  @Transactional
  public Note restore(UUID id, Caller who) {
    NoteRow note = found(id, true, who);
    mustBeTheirs(note, who);
    store.deleteNote(id, null, null);
    record(who, "note.restored", note);
    return one(id, who);
  }

  private Note one(UUID id, Caller who) {
    NoteRow note = found(id, false, who);
    Place at =
        note.getLeadId() == null
            ? places.company(Objects.requireNonNull(note.getCompanyId()), who)
            : places.lead(note.getLeadId(), who);
    return note(note, at, who);
  }

  private NoteRow found(UUID id, boolean deleted, Caller who) {
    NoteRow note =
        store.note(id, deleted).orElseThrow(() -> new Problem(NotesProblem.NOTE_NOT_FOUND));
    places.mustSee(note.getLeadId(), note.getCompanyId(), who, NotesProblem.NOTE_NOT_FOUND);
    return note;
  }

  private static void mustBeTheirs(NoteRow note, Caller who) {
    if (!isTheirs(note.getAuthorId(), who)) {
      throw new Problem(NotesProblem.NOTE_OF_SOMEBODY_ELSE, note.getAuthorName());
    }
  }

  /** What a key or the system wrote is changed by none but those. */
  static boolean isTheirs(@Nullable UUID author, Caller who) {
    return Objects.equals(author, who.memberId());
  }

  private static String clean(@Nullable String body) {
    String clean = body == null ? "" : body.replace("\0", "").strip();
    if (clean.isEmpty() || clean.length() > LONGEST) {
      throw Problem.field(NotesProblem.NOTE_INVALID, "body", "notes.body", LONGEST);
    }
    return clean;
  }

  private static Note note(NoteRow note, Place at, Caller reader) {
    return new Note(
        note.getId(),
        at.subject().lead(note.getLeadId()),
        note.getCompanyId(),
        note.getBody(),
        note.getPinned(),
        note.getAuthorName(),
        isTheirs(note.getAuthorId(), reader),
        note.getWrittenAt(),
        note.getEditedAt());
  }

  private void record(Caller who, String action, NoteRow note) {
    UUID at = note.getLeadId() == null ? note.getCompanyId() : note.getLeadId();
    audit.record(
        who,
        action,
        note.getLeadId() == null ? "company" : "lead",
        String.valueOf(at),
        null,
        Map.of("note", note.getId().toString()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
