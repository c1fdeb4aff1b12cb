package io.leadwell.acquire.content;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Departments;
import io.leadwell.base.workspace.Member;
import io.leadwell.base.workspace.Members;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a draft says, in order and within limits, or every field that is wrong. */
@Component
class ItemCheck {

  static final int TITLE_LENGTH = 120;

  private static final int SUMMARY_LENGTH = 500;
  private static final int BODY_LENGTH = 500_000;
  private static final int WORDS_LENGTH = 80;
  private static final int LINK_LENGTH = 1_000;
  private static final int FILE_NAME_LENGTH = 120;
  private static final int MOST_TAGS = 12;
  private static final int TAG_LENGTH = 30;
  private static final int LATEST_GATE = 10_000;
  private static final Set<String> LANGUAGES = Set.of("zh-CN", "en");

  private final Members members;
  private final Departments departments;
  private final Channels channels;
  private final ContentFiles files;

  ItemCheck(Members members, Departments departments, Channels channels, ContentFiles files) {
    this.members = members;
    this.departments = departments;
    this.channels = channels;
    this.files = files;
  }

  ItemDraft checked(ItemDraft draft) {
    Faults faults = new Faults();
    String title = Texts.line(draft.title());
    if (title == null || title.length() > TITLE_LENGTH || Texts.key(title).isEmpty()) {
      faults.add("title", "content.titleLength", TITLE_LENGTH);
    }
    String slug = draft.slug() == null || draft.slug().isBlank() ? null : draft.slug().strip();
    if (slug != null && !Slugs.valid(slug)) {
      faults.add("slug", "content.slugLetters", Slugs.LONGEST);
    }
    if (!LANGUAGES.contains(draft.language())) {
      faults.add("language", "content.unknown");
    }
    String body = draft.body();
    if (body != null && body.length() > BODY_LENGTH) {
      faults.add("body", "content.tooLong", BODY_LENGTH);
      body = null;
    }
    if (draft.channelId() != null && channels.find(draft.channelId()).isEmpty()) {
      faults.add("channelId", "content.unknown");
    }
    ItemDraft checked =
        new ItemDraft(
            draft.kind(),
            title == null ? "" : title,
            slug,
            draft.language(),
            faults.text("summary", draft.summary(), SUMMARY_LENGTH),
            RichText.clean(body),
            draft.file(),
            fileName(draft, faults),
            draft.cover(),
            draft.downloadable(),
            tags(draft.tags(), faults),
            author(draft.author(), faults),
            faults.line("businessLine", draft.businessLine(), WORDS_LENGTH),
            draft.serves(),
            draft.channelId(),
            action(draft.action(), faults),
            gate(draft.gate(), faults));
    files(checked, faults);
    faults.refuse(ContentProblem.ITEM_INVALID);
    return checked;
  }

  /** What the content is made of: its file, else its text; null while there is neither. */
  ItemKind.@Nullable Carrier carrier(ItemDraft draft) {
    Optional<StoredFile> file = draft.file() == null ? Optional.empty() : files.find(draft.file());
    if (file.isPresent()) {
      return file.get().kind() == StoredFile.Kind.VIDEO
          ? ItemKind.Carrier.VIDEO
          : ItemKind.Carrier.PDF;
    }
    return draft.body() == null ? null : ItemKind.Carrier.TEXT;
  }

  private void files(ItemDraft draft, Faults faults) {
    if (draft.file() != null) {
      StoredFile file = files.find(draft.file()).orElse(null);
      if (file == null || file.kind() == StoredFile.Kind.PICTURE) {
        faults.add("file", "content.fileUnknown");
      }
    }
    if (draft.cover() != null
        && files.find(draft.cover()).map(StoredFile::kind).orElse(null)
            != StoredFile.Kind.PICTURE) {
      faults.add("cover", "content.fileUnknown");
    }
  }

  private static @Nullable String fileName(ItemDraft draft, Faults faults) {
    String name = faults.line("fileName", draft.fileName(), FILE_NAME_LENGTH);
    // A name, not a path: what follows the last separator, without signs that some system reads.
    return name == null
        ? null
        : Texts.line(name.replaceAll("^.*[/\\\\]", "").replaceAll("[<>:\"|?*]", " "));
  }

  private static List<String> tags(List<String> wanted, Faults faults) {
    Map<String, String> byKey = new LinkedHashMap<>();
    for (String tag : wanted) {
      String clean = Texts.line(tag);
      if (clean != null) {
        byKey.putIfAbsent(Texts.key(clean), clean);
      }
    }
    if (byKey.size() > MOST_TAGS
        || byKey.values().stream().anyMatch(tag -> tag.length() > TAG_LENGTH)) {
      faults.add("tags", "content.tagLimits", MOST_TAGS, TAG_LENGTH);
    }
    return List.copyOf(byKey.values());
  }

  Author author(Author wanted, Faults faults) {
    UUID member = wanted.memberId();
    UUID department = wanted.departmentId();
    if (member != null) {
      Member found = members.find(member).orElse(null);
      if (found == null) {
        faults.add("authorId", "content.unknown");
      } else if (department == null) {
        department = found.departmentId();
      }
    }
    UUID known = department;
    if (known != null && departments.all().stream().noneMatch(d -> d.id().equals(known))) {
      faults.add("departmentId", "content.unknown");
    }
    return member != null
        ? new Author(member, null, null, department)
        : new Author(
            null,
            faults.line("guestName", wanted.guestName(), WORDS_LENGTH),
            faults.line("guestTitle", wanted.guestTitle(), WORDS_LENGTH),
            department);
  }

  private static CallToAction action(CallToAction wanted, Faults faults) {
    String text = faults.line("actionText", wanted.text(), WORDS_LENGTH);
    String link = faults.line("actionLink", wanted.link(), LINK_LENGTH);
    if (link != null && !isLink(link)) {
      faults.add("actionLink", "content.linkStart");
    }
    if (text != null && (link == null) == (wanted.formId() == null)) {
      faults.add("actionLink", "content.actionTarget");
    }
    return text == null ? CallToAction.NONE : new CallToAction(text, link, wanted.formId());
  }

  /** An address of the web, a mailbox, a telephone, or a page of our own. */
  private static boolean isLink(String link) {
    try {
      URI uri = new URI(link);
      if (uri.getScheme() == null) {
        return link.startsWith("/p/") || link.startsWith("/l/");
      }
      return switch (uri.getScheme().toLowerCase(java.util.Locale.ROOT)) {
        case "https", "http" -> uri.getHost() != null;
        case "mailto", "tel" -> true;
        default -> false;
      };
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static Gate gate(Gate wanted, Faults faults) {
    if (!wanted.closed()) {
      return Gate.NONE;
    }
    if (wanted.formId() == null) {
      faults.add("gateForm", "content.gateForm");
    }
    boolean middle = wanted.place() == Gate.Place.MIDDLE;
    Integer after = wanted.after();
    if (middle && (after == null || after < 1 || after > LATEST_GATE)) {
      faults.add("gateAfter", "content.gateAfter", LATEST_GATE);
    }
    return new Gate(wanted.place(), middle ? after : null, wanted.formId());
  }

  /** The fields that are wrong, told all at once. */
  static final class Faults {

    private final List<Problem.Field> fields = new ArrayList<>();

    void add(String field, String text, Object... arguments) {
      fields.add(new Problem.Field(field, text, List.of(arguments)));
    }

    @Nullable String text(String field, @Nullable String said, int longest) {
      return within(field, Texts.text(said), longest);
    }

    @Nullable String line(String field, @Nullable String said, int longest) {
      return within(field, Texts.line(said), longest);
    }

    private @Nullable String within(String field, @Nullable String text, int longest) {
      if (text != null && text.length() > longest) {
        add(field, "content.tooLong", longest);
      }
      return text;
    }

    void refuse(ContentProblem problem) {
      if (!fields.isEmpty()) {
        throw new Problem(problem, List.of(), fields);
      }
    }
  }
}
