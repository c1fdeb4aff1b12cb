package io.leadwell.connect.wecom;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.platform.Problem;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Holds a code against the limits of its kind, before Tencent is asked. */
@Component
class CodeCheck {

  private static final int NAME_LENGTH = 60;
  private static final int QUERY_LENGTH = 800;
  private static final Pattern PAGE = Pattern.compile("[\\w./-]{1,200}");
  private static final Pattern QUERY = Pattern.compile("[\\w.~%!*'()&=+,:;@-]*");

  private final ConnectionStore connections;
  private final ColleagueStore colleagues;
  private final PictureCopies pictures;
  private final Channels channels;
  private final Campaigns campaigns;

  CodeCheck(
      ConnectionStore connections,
      ColleagueStore colleagues,
      PictureCopies pictures,
      Channels channels,
      Campaigns campaigns) {
    this.connections = connections;
    this.colleagues = colleagues;
    this.pictures = pictures;
    this.channels = channels;
    this.campaigns = campaigns;
  }

  /** The draft tidied, or a refusal that names the field. */
  CodeDraft checked(CodeDraft draft) {
    Connection connection =
        connections
            .find(draft.connectionId())
            .orElseThrow(() -> new Problem(WecomProblem.CONNECTION_NOT_FOUND));
    if (connection.kind() != draft.kind().of()) {
      throw new Problem(WecomProblem.CONNECTION_OF_OTHER_KIND);
    }
    String name = draft.name().strip();
    if (name.isEmpty() || name.length() > NAME_LENGTH) {
      throw invalid("name", "wecom.nameLength", NAME_LENGTH);
    }
    if (draft.channelId() != null && channels.find(draft.channelId()).isEmpty()) {
      throw invalid("channelId", "wecom.channelUnknown");
    }
    if (draft.campaignId() != null && campaigns.find(draft.campaignId()).isEmpty()) {
      throw invalid("campaignId", "wecom.campaignUnknown");
    }
    checkUsers(draft);
    checkWelcome(draft);
    checkPage(draft);
    return new CodeDraft(
        draft.connectionId(),
        draft.kind(),
        name,
        draft.channelId(),
        draft.campaignId(),
        draft.users().stream().distinct().toList(),
        draft.skipVerify(),
        draft.welcome(),
        draft.page(),
        draft.query());
  }

  private void checkUsers(CodeDraft draft) {
    int most = draft.kind().mostUsers();
    int users = draft.users().size();
    if (draft.kind().addsColleague() ? users == 0 || users > most : users > 0) {
      throw invalid("users", "wecom.users", most);
    }
    Set<String> known =
        colleagues.of(draft.connectionId()).stream()
            .map(Colleague::userId)
            .collect(Collectors.toSet());
    draft.users().stream()
        .filter(user -> !known.contains(user))
        .findFirst()
        .ifPresent(user -> {
          throw invalid("users", "wecom.userUnknown", user);
        });
  }

  private void checkWelcome(CodeDraft draft) {
    WelcomeMessage welcome = draft.welcome();
    if (welcome == null || welcome.isEmpty()) {
      return;
    }
    if (!draft.kind().welcomes()) {
      throw invalid("welcome.text", "wecom.noWelcome");
    }
    welcome.check(draft.kind());
    for (WelcomeMessage.Attachment one : welcome.attachments()) {
      if (one.pictureId() != null && !pictures.exists(one.pictureId())) {
        throw invalid("welcome.attachments", "wecom.welcomePicture");
      }
    }
  }

  private static void checkPage(CodeDraft draft) {
    if (draft.page() != null && !PAGE.matcher(draft.page()).matches()) {
      throw invalid("page", "wecom.pageForm");
    }
    String query = draft.query();
    if (query != null && (query.length() > QUERY_LENGTH || !QUERY.matcher(query).matches())) {
      throw invalid("query", "wecom.queryForm", QUERY_LENGTH);
    }
  }

  static Problem invalid(String field, String text, Object... arguments) {
    return Problem.field(WecomProblem.CODE_INVALID, field, text, arguments);
  }
}
