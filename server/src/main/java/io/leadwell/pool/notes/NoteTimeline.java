package io.leadwell.pool.notes;

import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.TimelineItem;
import io.leadwell.pool.leads.TimelineItem.Kind;
import io.leadwell.pool.leads.TimelineSource;
import io.leadwell.pool.leads.TimelineSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes and files as timelines tell them. */
@Component
class NoteTimeline implements TimelineSource {

  private static final int SHOWN = 300;

  private final NoteStore store;

  NoteTimeline(NoteStore store) {
    this.store = store;
  }

  @Override
  public Kind kind() {
    return Kind.NOTE;
  }

  @Override
  public List<TimelineItem> items(
      TimelineSubject subject, @Nullable Moment before, int limit, Caller reader) {
    List<TimelineItem> items = new ArrayList<>();
    store
        .notes(subject, before, limit)
        .forEach(note ->
            items.add(
                TimelineItem.of(
                    Kind.NOTE,
                    note.getId(),
                    note.getWrittenAt(),
                    "note",
                    Map.of("text", shortened(note.getBody())),
                    note.getAuthorName(),
                    subject.lead(note.getLeadId()))));
    store
        .files(subject, before, limit)
        .forEach(file ->
            items.add(
                TimelineItem.of(
                    Kind.NOTE,
                    file.getId(),
                    file.getUploadedAt(),
                    "file",
                    Map.of("text", file.getName()),
                    file.getAuthorName(),
                    subject.lead(file.getLeadId()))));
    return items;
  }

  @Override
  public long count(TimelineSubject subject, Caller reader) {
    return store.count(subject);
  }

  private static String shortened(String body) {
    return body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…";
  }
}
