import type { TreeOption } from '../common/templates/list/model';
import type { Department } from './model';

export interface DepartmentLine extends Department {
  children?: DepartmentLine[];
}

/** The flat answer as lines of a tree table; a department whose parent is gone stays in sight as a root. */
export function departmentLines(departments: readonly Department[], parentId: string | null = null): DepartmentLine[] {
  const known = new Set(departments.map((department) => department.id));
  return departments
    .filter((department) => {
      const parent = department.parentId && known.has(department.parentId) ? department.parentId : null;
      return parent === parentId;
    })
    .map((department) => {
      const children = departmentLines(departments, department.id);
      return children.length > 0 ? { ...department, children } : { ...department };
    });
}

export function departmentOptions(departments: readonly Department[]): TreeOption[] {
  const options = (lines: DepartmentLine[]): TreeOption[] =>
    lines.map((line) => ({ value: line.id, title: line.name, children: options(line.children ?? []) }));
  return options(departmentLines(departments));
}

/** A department with all below it: where it may not be moved to. */
export function departmentsBelow(departments: readonly Department[], id: string): string[] {
  return [id, ...departments.filter((one) => one.parentId === id).flatMap((one) => departmentsBelow(departments, one.id))];
}
