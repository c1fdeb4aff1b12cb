package io.leadwell.base.workspace.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Department;
import io.leadwell.base.workspace.Departments;
import io.leadwell.base.workspace.Open;
import io.leadwell.base.workspace.Permission;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Routes of the departments. */
@RestController
@RequestMapping("/api/v1/departments")
class DepartmentsController {

  private final Departments departments;

  DepartmentsController(Departments departments) {
    this.departments = departments;
  }

  @GetMapping
  @Open(Open.To.SIGNED_IN)
  List<Department> all() {
    return departments.all();
  }

  @PostMapping
  @Allow(Permission.USERS_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  Department add(@RequestBody JsonNode body, Caller caller) {
    return departments.add(
        Words.orEmpty(Words.text(body, "name")), Words.idOrNull(body, "parentId"), caller);
  }

  @PatchMapping("/{id}")
  @Allow(Permission.USERS_EDIT)
  Department change(@PathVariable UUID id, @RequestBody JsonNode body, Caller caller) {
    return departments.change(id, Words.text(body, "name"), Words.id(body, "parentId"), caller);
  }

  @DeleteMapping("/{id}")
  @Allow(Permission.USERS_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UUID id, Caller caller) {
    departments.delete(id, caller);
  }
}
