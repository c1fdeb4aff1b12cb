package io.leadwell.base.workspace.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.MemberChange;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.NewMember;
import io.leadwell.base.workspace.Open;
import io.leadwell.base.workspace.Permission;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Scope;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Routes of the members. */
@RestController
@RequestMapping("/api/v1/users")
class UsersController {

  private final Members members;

  UsersController(Members members) {
    this.members = members;
  }

  @GetMapping
  @Allow(Permission.USERS_EDIT)
  Users all() {
    return new Users(members.all().stream().map(UserView::of).toList());
  }

  /** Names for filters and owners. */
  @GetMapping("/options")
  @Open(Open.To.SIGNED_IN)
  List<Option> options() {
    return members.all().stream()
        .map(m -> new Option(m.id(), m.name(), m.role().word(), m.active()))
        .toList();
  }

  @PostMapping
  @Allow(Permission.USERS_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  UserView add(@RequestBody JsonNode body, Caller caller) {
    Boolean mayExport = Words.flag(body, "mayExport");
    NewMember wanted =
        new NewMember(
            Words.orEmpty(Words.text(body, "name")),
            Words.text(body, "email"),
            Words.text(body, "password"),
            Words.needed(body, "role", Role::of),
            Words.word(body, "scope", Scope::of),
            Words.idOrNull(body, "departmentId"),
            Words.idOrNull(body, "managerId"),
            mayExport != null && mayExport,
            "zh-CN");
    return UserView.of(members.join(wanted, caller));
  }

  @PatchMapping("/{id}")
  @Allow(Permission.USERS_EDIT)
  UserView change(@PathVariable UUID id, @RequestBody JsonNode body, Caller caller) {
    MemberChange change =
        new MemberChange(
            Words.text(body, "name"),
            Words.text(body, "email"),
            Words.word(body, "role", Role::of),
            Words.word(body, "scope", Scope::of),
            Words.id(body, "departmentId"),
            Words.id(body, "managerId"),
            Words.flag(body, "active"),
            Words.flag(body, "mayExport"),
            Words.text(body, "password"));
    return UserView.of(members.change(id, change, caller));
  }

  record Users(List<UserView> items) {}

  record Option(UUID id, String name, String role, boolean active) {}
}
