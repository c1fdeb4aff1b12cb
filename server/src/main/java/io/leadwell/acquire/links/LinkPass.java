package io.leadwell.acquire.links;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.platform.Problem;
import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.ImportRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One walk over the lines of a file of links. Not thread-safe. */
final class LinkPass implements ImportPass {

  private static final int EXAMPLES = 5;

  /** A line, and the link it wants. */
  private record Line(ImportRow row, String key, LinkDraft draft) {}

  private final ImportContext context;
  private final Links links;
  private final LinkStore store;
  private final LinkBuilder builder;
  private final Channels channels;
  private final Campaigns campaigns;
  private final Set<String> newChannels = new TreeSet<>();
  private final Set<String> newCampaigns = new TreeSet<>();

  LinkPass(
      ImportContext context,
      Links links,
      LinkStore store,
      LinkBuilder builder,
      Channels channels,
      Campaigns campaigns) {
    this.context = context;
    this.links = links;
    this.store = store;
    this.builder = builder;
    this.channels = channels;
    this.campaigns = campaigns;
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
    add(notices, "links_new_channels", newChannels);
    add(notices, "links_new_campaigns", newCampaigns);
    return notices;
  }

  private RowCounts walk(List<ImportRow> rows, boolean write) {
    List<Line> lines = lines(rows, write);
    Map<String, Link> known = store.byLine(lines.stream().map(Line::key).toList());
    Set<String> taken =
        store.taken(
            lines.stream()
                .map(line -> line.draft().code())
                .filter(code -> code != null)
                .collect(Collectors.toSet()));
    Set<String> seen = new HashSet<>();
    int fresh = 0;
    int changed = 0;
    int same = 0;
    for (Line line : lines) {
      Link before = known.get(line.key());
      if (!seen.add(line.key())) {
        same++;
      } else if (before == null) {
        if (line.draft().code() != null && taken.contains(line.draft().code())) {
          line.row().refuse(LinkImport.CODE, "import.links.code_taken", line.draft().code());
          continue;
        }
        if (write) {
          links.add(
              line.draft(), new LinkStore.Made(context.caller(), context.importId(), line.key()));
        }
        fresh++;
      } else if (says(before, line.draft())) {
        same++;
      } else {
        if (write) {
          links.change(before.id(), draft -> kept(line.draft(), draft), context.caller());
        }
        changed++;
      }
    }
    return new RowCounts(fresh, changed, same);
  }

  private List<Line> lines(List<ImportRow> rows, boolean make) {
    List<ImportRow> sound = rows.stream().filter(row -> !row.refused()).toList();
    Map<String, UUID> channelIds = channels.named(texts(sound, LinkImport.CHANNEL), make);
    Map<String, UUID> campaignIds = campaigns.named(texts(sound, LinkImport.CAMPAIGN), make);
    note(newChannels, texts(sound, LinkImport.CHANNEL), channelIds);
    note(newCampaigns, texts(sound, LinkImport.CAMPAIGN), campaignIds);
    List<Line> lines = new ArrayList<>();
    for (ImportRow row : sound) {
      LinkDraft draft = draft(row, channelIds, campaignIds);
      if (draft != null) {
        lines.add(new Line(row, key(row, draft), draft));
      }
    }
    return lines;
  }

  private @Nullable LinkDraft draft(
      ImportRow row, Map<String, UUID> channelIds, Map<String, UUID> campaignIds) {
    String page = row.text(LinkImport.PAGE);
    String code = row.text(LinkImport.CODE);
    String folded = code == null ? null : LinkCodes.folded(code);
    if (folded != null && !LinkCodes.fits(folded)) {
      row.refuse(LinkImport.CODE, "problem.LINK_CODE_INVALID");
      return null;
    }
    LocalDate expires = row.value(LinkImport.EXPIRES, LocalDate.class);
    Instant end =
        expires == null ? null : expires.plusDays(1).atStartOfDay(context.zone()).toInstant();
    LinkDraft draft =
        new LinkDraft(
            String.valueOf(row.text(LinkImport.NAME)).strip(),
            page == null ? "" : page.strip(),
            new Placement(
                id(row, LinkImport.CHANNEL, channelIds),
                id(row, LinkImport.CAMPAIGN, campaignIds),
                row.text(LinkImport.CONTENT),
                row.text(LinkImport.PLAN),
                row.text(LinkImport.UNIT),
                row.text(LinkImport.KEYWORD)),
            folded,
            true,
            end);
    try {
      builder.address(draft.page(), draft.placement());
      links.requireSound(draft);
      return draft;
    } catch (Problem problem) {
      String field =
          problem.code() == LinksProblem.LINK_EXPIRY_PAST
              ? LinkImport.EXPIRES
              : problem.code() == LinksProblem.LINK_NAME_INVALID
                  ? LinkImport.NAME
                  : LinkImport.PAGE;
      row.refuse(
          field,
          "problem." + problem.code().name(),
          problem.fields().stream()
              .findFirst()
              .map(one -> one.arguments().toArray())
              .orElse(problem.arguments().toArray()));
      return null;
    }
  }

  /** The line says what the link is already; channels yet to be made are a change. */
  private static boolean says(Link link, LinkDraft draft) {
    return link.name().equals(draft.name())
        && link.page().equals(draft.page())
        && link.placement().equals(draft.placement())
        && java.util.Objects.equals(link.expiresAt(), draft.expiresAt());
  }

  private static LinkDraft kept(LinkDraft wanted, LinkDraft before) {
    return new LinkDraft(
        wanted.name(),
        wanted.page(),
        wanted.placement(),
        before.code(),
        before.enabled(),
        wanted.expiresAt());
  }

  /** The same line next time: its code, or else its name, page and place. */
  private String key(ImportRow row, LinkDraft draft) {
    List<@Nullable String> parts = new ArrayList<>(List.of(context.source()));
    if (draft.code() != null) {
      parts.add("code");
      parts.add(draft.code());
    } else {
      parts.add("line");
      for (String field :
          List.of(
              LinkImport.NAME,
              LinkImport.PAGE,
              LinkImport.CHANNEL,
              LinkImport.CAMPAIGN,
              LinkImport.CONTENT,
              LinkImport.PLAN,
              LinkImport.UNIT,
              LinkImport.KEYWORD)) {
        parts.add(row.text(field));
      }
    }
    return hash(parts);
  }

  private static @Nullable UUID id(ImportRow row, String field, Map<String, UUID> ids) {
    String name = row.text(field);
    return name == null ? null : ids.get(name);
  }

  private static Set<String> texts(List<ImportRow> rows, String field) {
    Set<String> texts = new HashSet<>();
    for (ImportRow row : rows) {
      String text = row.text(field);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static void note(Set<String> missing, Set<String> names, Map<String, UUID> found) {
    names.stream().filter(name -> !found.containsKey(name)).forEach(missing::add);
  }

  private static void add(List<Notice> notices, String code, Set<String> names) {
    if (!names.isEmpty()) {
      notices.add(new Notice(code, names.size(), names.stream().limit(EXAMPLES).toList()));
    }
  }

  private static String hash(List<@Nullable String> parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        sha.update((part == null ? "" : part.strip()).getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
