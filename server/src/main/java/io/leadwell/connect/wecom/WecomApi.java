package io.leadwell.connect.wecom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What WeCom can be asked about contacts and colleagues. */
@Component
class WecomApi {

  private static final String CONTACTS = "/cgi-bin/externalcontact/";
  private static final int PAGES = 100;
  private static final int USERS_AT_ONCE = 100;

  private final Tencent tencent;

  WecomApi(Tencent tencent) {
    this.tencent = tencent;
  }

  /** Empty when nobody of the corp has this contact any more. */
  Optional<ContactDetail> contact(Credentials as, String externalId) {
    try {
      JsonNode first = tencent.get(as, CONTACTS + "get", Map.of("external_userid", externalId));
      ContactDetail detail = ContactDetail.of(first);
      String cursor = first.path("next_cursor").asString("");
      for (int page = 1; !cursor.isEmpty() && page < PAGES; page++) {
        JsonNode next =
            tencent.get(
                as, CONTACTS + "get", Map.of("external_userid", externalId, "cursor", cursor));
        detail = detail.with(ContactDetail.bonds(next));
        cursor = next.path("next_cursor").asString("");
      }
      return Optional.of(detail);
    } catch (TencentFailure failure) {
      if (failure.trouble() == WecomProblem.TENCENT_NO_RELATION) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** The user ids of all who may have contacts. */
  List<String> usersWithContacts(Credentials as) {
    List<String> users = new ArrayList<>();
    tencent
        .get(as, CONTACTS + "get_follow_user_list", Map.of())
        .path("follow_user")
        .forEach(user -> users.add(user.asString("")));
    return users;
  }

  /** A contact and one colleague who has it, as lists of contacts tell it. */
  record Pair(String externalId, String userId, long since) {}

  /** Every pair of contact and colleague, page by page. */
  void pairs(Credentials as, List<String> users, Consumer<List<Pair>> to) {
    for (int from = 0; from < users.size(); from += USERS_AT_ONCE) {
      List<String> some = users.subList(from, Math.min(users.size(), from + USERS_AT_ONCE));
      String cursor = "";
      do {
        JsonNode page =
            tencent.post(
                as,
                CONTACTS + "batch/get_by_user",
                Map.of("userid_list", some, "cursor", cursor, "limit", 100));
        List<Pair> pairs = new ArrayList<>();
        for (JsonNode one : page.path("external_contact_list")) {
          JsonNode follow = one.path("follow_info");
          pairs.add(
              new Pair(
                  one.path("external_contact").path("external_userid").asString(""),
                  follow.path("userid").asString(""),
                  follow.path("createtime").asLong(0)));
        }
        to.accept(pairs);
        cursor = page.path("next_cursor").asString("");
      } while (!cursor.isEmpty());
    }
  }

  /** Null when WeCom doesn't tell, as it need not. */
  @Nullable String nameOf(Credentials as, String userId) {
    String name =
        tencent
            .get(as, "/cgi-bin/user/get", Map.of("userid", userId))
            .path("name")
            .asString("")
            .strip();
    return name.isEmpty() ? null : name.substring(0, Math.min(80, name.length()));
  }

  /** The user with this mailbox, of the firm or private. */
  Optional<String> userByEmail(Credentials as, String email) {
    for (int kind = 1; kind <= 2; kind++) {
      Optional<String> found =
          user(as, "/cgi-bin/user/get_userid_by_email", Map.of("email", email, "email_type", kind));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  Optional<String> userByPhone(Credentials as, String mobile) {
    return user(as, "/cgi-bin/user/getuserid", Map.of("mobile", mobile));
  }

  private Optional<String> user(Credentials as, String path, Map<String, Object> body) {
    try {
      String user = tencent.post(as, path, body).path("userid").asString("");
      return user.isEmpty() ? Optional.empty() : Optional.of(user);
    } catch (TencentFailure failure) {
      // "Nobody" comes under several numbers; what is about the connection itself is told.
      if (failure.trouble() == WecomProblem.TENCENT_REFUSED
          || failure.trouble() == WecomProblem.TENCENT_OUT_OF_SIGHT) {
        return Optional.empty();
      }
      throw failure;
    }
  }
}
