import { useImportKinds } from './imports';
import type { ImportKind } from './model';

/** What rules, their choices and fields are called, in the words of the server. */
export function useRuleWords(kind: ImportKind) {
  const kinds = useImportKinds().data;
  const of = kinds?.find((one) => one.kind === kind);
  return {
    rule: (name: string) => of?.rules.find((one) => one.rule === name)?.label ?? name,
    choice: (name: string, value: string) =>
      of?.rules.find((one) => one.rule === name)?.choices.find((one) => one.value === value)?.label ?? value,
    field: (name: string) => of?.fields.find((one) => one.field === name)?.label ?? name,
  };
}
