import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../common/api/client';
import type { Catalogue, RuleField } from './model';

/** All that conditions may ask about. */
export function useCatalogue() {
  return useQuery({
    queryKey: ['/rules/fields'],
    queryFn: ({ signal }) => api.get<Catalogue>('/rules/fields', {}, signal),
    staleTime: 60_000,
  });
}

/** What fields are called, and the group each stands in. */
export function useFieldWords() {
  const { t, i18n } = useTranslation();
  const called = (field: RuleField) => {
    if (field.label) return i18n.language === 'en' ? field.label.en : field.label.zh;
    return t(`rules.field.${field.key}`);
  };
  const group = (field: RuleField) => t(`rules.group.${field.key.slice(0, field.key.indexOf('.'))}`);
  return { called, group };
}
