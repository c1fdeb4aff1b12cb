package io.leadwell.acquire.events;

import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.ImportRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One walk over the lines of a report. Not thread-safe. */
final class AttendancePass implements ImportPass {

  private static final int EXAMPLES = 5;

  private final ImportContext context;
  private final AttendanceIntake intake;
  private final Map<String, Optional<Event>> events = new HashMap<>();
  private final Map<UUID, Guests> foreseen = new HashMap<>();
  private final List<String> unmatched = new ArrayList<>();
  private long unmatchedRows;
  private long walkIns;

  AttendancePass(ImportContext context, AttendanceIntake intake) {
    this.context = context;
    this.intake = intake;
  }

  @Override
  public RowCounts check(List<ImportRow> rows) {
    return walk(rows, false);
  }

  @Override
  public RowCounts commit(List<ImportRow> rows) {
    return walk(rows, true);
  }

  @Override
  public List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    if (walkIns > 0) {
      notices.add(new Notice("attendance_walk_ins", walkIns, List.of()));
    }
    if (unmatchedRows > 0) {
      notices.add(new Notice("attendance_unmatched", unmatchedRows, List.copyOf(unmatched)));
    }
    return notices;
  }

  private RowCounts walk(List<ImportRow> rows, boolean write) {
    Map<Event, List<AttendanceIntake.Line>> byEvent = new LinkedHashMap<>();
    for (ImportRow row : rows) {
      if (!row.refused()) {
        event(row)
            .ifPresent(event -> {
              AttendanceIntake.Line line = line(row);
              if (line != null) {
                byEvent.computeIfAbsent(event, _ -> new ArrayList<>()).add(line);
              }
            });
      }
    }
    int fresh = 0;
    int same = 0;
    for (Map.Entry<Event, List<AttendanceIntake.Line>> part : byEvent.entrySet()) {
      Event event = part.getKey();
      Set<String> seen = new HashSet<>(intake.known(event, part.getValue()));
      List<AttendanceIntake.Line> news =
          part.getValue().stream().filter(line -> seen.add(line.kind() + line.key())).toList();
      same += part.getValue().size() - news.size();
      fresh += news.size();
      if (write) {
        // Read anew for each part: what a part that failed had found is not there.
        intake.bring(event, news, intake.guests(event), context);
      } else {
        Guests known = foreseen.computeIfAbsent(event.id(), _ -> intake.guests(event));
        news.forEach(line -> foresee(line, known));
      }
    }
    return new RowCounts(fresh, 0, same);
  }

  private void foresee(AttendanceIntake.Line line, Guests known) {
    if (known.find(line.name(), line.phone(), line.email()) != null) {
      return;
    }
    if (line.reachable()) {
      walkIns++;
      known.add(UUID.randomUUID(), line.name(), line.phone(), line.email());
    } else {
      unmatchedRows++;
      if (unmatched.size() < EXAMPLES && line.name() != null) {
        unmatched.add(line.name());
      }
    }
  }

  private Optional<Event> event(ImportRow row) {
    String said = String.valueOf(row.text(AttendanceImport.EVENT)).strip();
    Optional<Event> event = events.computeIfAbsent(said, intake::event);
    if (event.isEmpty()) {
      row.refuse(AttendanceImport.EVENT, "import.attendance.event_unknown", said);
    }
    return event;
  }

  private AttendanceIntake.@Nullable Line line(ImportRow row) {
    String name = row.text(AttendanceImport.PERSON);
    String phone = row.text(AttendanceImport.PHONE);
    String email = row.text(AttendanceImport.EMAIL);
    if (name == null && phone == null && email == null) {
      row.refuse(AttendanceImport.PERSON, "import.attendance.nobody");
      return null;
    }
    String duration = row.text(AttendanceImport.DURATION);
    Integer seconds = duration == null ? null : Durations.seconds(duration).orElse(null);
    if (duration != null && seconds == null) {
      row.refuse(AttendanceImport.DURATION, "import.attendance.duration", duration);
      return null;
    }
    Instant joined = row.value(AttendanceImport.JOINED, Instant.class);
    Instant left = row.value(AttendanceImport.LEFT, Instant.class);
    if (joined != null && left != null && left.isBefore(joined)) {
      row.refuse(AttendanceImport.LEFT, "import.attendance.left_before");
      return null;
    }
    Instant checkedIn = row.value(AttendanceImport.CHECK_IN, Instant.class);
    String kind = row.text(AttendanceImport.KIND);
    return new AttendanceIntake.Line(
        key(name, phone, email, joined, left, seconds, checkedIn),
        "replay".equals(kind) ? PresenceKind.REPLAY : PresenceKind.LIVE,
        cut(name),
        phone,
        email,
        cut(row.text(AttendanceImport.COMPANY)),
        joined,
        left,
        seconds,
        checkedIn);
  }

  private static @Nullable String cut(@Nullable String text) {
    return text == null || text.length() <= 120 ? text : text.substring(0, 120);
  }

  private static String key(@Nullable Object... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      Arrays.stream(parts)
          .forEach(part -> {
            sha.update(String.valueOf(part).strip().getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
          });
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
