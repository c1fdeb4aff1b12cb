package io.leadwell.pool.notes;

import io.leadwell.base.platform.DataFolder;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.tables.notes.tables.records.FileRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files beside leads and companies. The bytes lie in the data folder under their hash: no path is
 * made of what somebody typed.
 */
@Service
public class KeptFiles {

  /** A file as it is handed out. */
  public record Content(String name, String mediaType, Path path) {}

  static final long LARGEST = 20L * 1024 * 1024;
  private static final int LONGEST_NAME = 200;
  private static final String FOLDER = "files/notes";

  private final NoteStore store;
  private final Places places;
  private final DataFolder data;
  private final Audit audit;
  private final TransactionTemplate transactions;
  private final Clock clock;

  KeptFiles(
      NoteStore store,
      Places places,
      DataFolder data,
      Audit audit,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.places = places;
    this.data = data;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Of the person behind a lead, across her leads; the newest first. */
  @Transactional(readOnly = true)
  public List<KeptFile> ofLead(UUID lead, Caller reader) {
    return files(places.lead(lead, reader), reader);
  }

  @Transactional(readOnly = true)
  public List<KeptFile> ofCompany(UUID company, Caller reader) {
    return files(places.company(company, reader), reader);
  }

  private List<KeptFile> files(Place at, Caller reader) {
    return store.files(at.subject()).stream().map(file -> file(file, at, reader)).toList();
  }

  public KeptFile keepAtLead(UUID lead, String name, InputStream content, Caller who) {
    return keep(places.lead(lead, who), name, content, who);
  }

  public KeptFile keepAtCompany(UUID company, String name, InputStream content, Caller who) {
    return keep(places.company(company, who), name, content, who);
  }

  private KeptFile keep(Place at, String typed, InputStream content, Caller who) {
    String name = name(typed);
    Path incoming = data.folder(FOLDER + "/incoming").resolve(Ids.next().toString());
    try {
      String sha256 = write(content, incoming);
      FileShape shape =
          FileShape.of(name, incoming)
              .orElseThrow(
                  () -> Problem.field(NotesProblem.NOTE_FILE_INVALID, "file", "notes.fileKind"));
      FileRow row = new FileRow();
      row.setId(Ids.next());
      row.setLeadId(at.leadId());
      row.setCompanyId(at.companyId());
      row.setName(name);
      row.setMediaType(shape.mediaType());
      row.setBytes(Files.size(incoming));
      row.setSha256(sha256);
      row.setAuthorId(who.memberId());
      row.setAuthorName(who.name());
      row.setUploadedAt(now());
      move(incoming, path(sha256));
      transactions.executeWithoutResult(_ -> {
        store.add(row);
        record(who, "file.kept", row);
      });
      return file(row, at, who);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(incoming);
    }
  }

  /** For somebody who may see whom it is about. */
  @Transactional(readOnly = true)
  public Content content(UUID id, Caller reader) {
    FileRow file = found(id, false, reader);
    Path path = path(file.getSha256());
    if (!Files.isRegularFile(path)) {
      throw new Problem(NotesProblem.NOTE_FILE_NOT_FOUND);
    }
    return new Content(file.getName(), file.getMediaType(), path);
  }

  @Transactional
  public void delete(UUID id, Caller who) {
    FileRow file = theirs(id, false, who);
    store.deleteFile(id, now(), who.memberId());
    record(who, "file.deleted", file);
  }

  /** Takes the deletion back. */
  @Transactional
  public void restore(UUID id, Caller who) {
    FileRow file = theirs(id, true, who);
    store.deleteFile(id, null, null);
    record(who, "file.restored", file);
  }

  private FileRow theirs(UUID id, boolean deleted, Caller who) {
    FileRow file = found(id, deleted, who);
    if (!Notes.isTheirs(file.getAuthorId(), who)) {
      throw new Problem(NotesProblem.NOTE_OF_SOMEBODY_ELSE, file.getAuthorName());
    }
    return file;
  }

  private FileRow found(UUID id, boolean deleted, Caller who) {
    FileRow file =
        store.file(id, deleted).orElseThrow(() -> new Problem(NotesProblem.NOTE_FILE_NOT_FOUND));
    places.mustSee(file.getLeadId(), file.getCompanyId(), who, NotesProblem.NOTE_FILE_NOT_FOUND);
    return file;
  }

  private static String name(String typed) {
    String last = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cc}\\p{Cf}\"<>|:*?]", "_").strip();
    if (clean.isEmpty() || clean.indexOf('.') < 0) {
      throw Problem.field(NotesProblem.NOTE_FILE_INVALID, "file", "notes.fileKind");
    }
    int dot = clean.lastIndexOf('.');
    return clean.length() <= LONGEST_NAME
        ? clean
        : clean.substring(0, LONGEST_NAME - (clean.length() - dot)) + clean.substring(dot);
  }

  /** The hash of what was written. */
  private static String write(InputStream content, Path incoming) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
    long bytes = 0;
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(incoming), digest)) {
      byte[] part = new byte[65_536];
      for (int read = content.read(part); read >= 0; read = content.read(part)) {
        bytes += read;
        if (bytes > LARGEST) {
          throw Problem.field(
              NotesProblem.NOTE_FILE_INVALID, "file", "notes.fileTooLarge", LARGEST >> 20);
        }
        out.write(part, 0, read);
      }
    }
    if (bytes == 0) {
      throw Problem.field(NotesProblem.NOTE_FILE_INVALID, "file", "notes.fileEmpty");
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Removes these contents, unless a row still names them. */
  void sweep(List<String> contents) {
    contents.stream()
        .filter(content -> !store.isNamed(content))
        .map(this::path)
        .forEach(KeptFiles::delete);
  }

  /** What a crash left behind: contents that no row names, a day after they came. */
  @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = TimeUnit.HOURS)
  void sweep() {
    Instant before = clock.instant().minus(1, ChronoUnit.DAYS);
    try (Stream<Path> kept = Files.walk(data.folder(FOLDER))) {
      sweep(
          kept.filter(Files::isRegularFile)
              .filter(file -> file.toFile().lastModified() < before.toEpochMilli())
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches("[0-9a-f]{64}"))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path path(String sha256) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("No hash: " + sha256);
    }
    return data.folder(FOLDER + "/" + sha256.substring(0, 2)).resolve(sha256);
  }

  /** On the disk for certain: the row that names it comes after. */
  private static void move(Path file, Path place) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeptFile file(FileRow file, Place at, Caller reader) {
    return new KeptFile(
        file.getId(),
        at.subject().lead(file.getLeadId()),
        file.getCompanyId(),
        file.getName(),
        file.getMediaType(),
        file.getBytes(),
        file.getAuthorName(),
        Notes.isTheirs(file.getAuthorId(), reader),
        file.getUploadedAt());
  }

  private void record(Caller who, String action, FileRow file) {
    audit.record(
        who,
        action,
        file.getLeadId() == null ? "company" : "lead",
        String.valueOf(Objects.requireNonNullElse(file.getLeadId(), file.getCompanyId())),
        file.getName(),
        Map.of("file", file.getId().toString()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
