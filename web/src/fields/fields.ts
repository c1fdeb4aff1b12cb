import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { FieldEntity, ProfileField, Words } from './model';

const KEY = '/fields/custom';

/** The house's own fields, archived ones too. */
export function useCustomFields() {
  return useQuery({
    queryKey: [KEY],
    queryFn: ({ signal }) => api.get<ProfileField[]>(KEY, {}, signal),
    staleTime: 60_000,
  });
}

/** Those of some entities that are asked for. */
export function useFieldsOf(...entities: FieldEntity[]): ProfileField[] {
  return (useCustomFields().data ?? []).filter((field) => !field.archived && entities.includes(field.entity));
}

/** The words of the reader's language. */
export function useWords(): (words: Words) => string {
  const { i18n } = useTranslation();
  return (words) => (i18n.language.startsWith('en') ? words.en || words.zh : words.zh || words.en);
}

export interface FieldDraft {
  label?: Words;
  help?: Words;
  required?: boolean;
  archived?: boolean;
  options?: { value?: string; label: Words; archived?: boolean }[];
}

async function refresh(): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey: [path] }) => typeof path === 'string' && /^\/(fields|leads|companies|survivorship)/.test(path),
  });
}

export async function addField(draft: FieldDraft & Pick<ProfileField, 'entity' | 'key' | 'type'>): Promise<void> {
  await api.post(KEY, draft);
  await refresh();
}

export async function changeField(id: string, draft: FieldDraft): Promise<void> {
  await api.patch(`${KEY}/${id}`, draft);
  await refresh();
}

export async function orderFields(entity: FieldEntity, keys: string[]): Promise<void> {
  await api.put(`${KEY}/order`, { entity, keys });
  await refresh();
}
