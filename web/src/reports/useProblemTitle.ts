import { useTranslation } from 'react-i18next';
import type { DataProblem } from './model';

/** What a problem is, without its count; the server's sentence for a kind this app does not know. */
export function useProblemTitle(): (problem: DataProblem) => string {
  const { t, i18n } = useTranslation();
  return ({ code, message }) => (i18n.exists(`reports.problem.title.${code}`) ? t(`reports.problem.title.${code}`) : message);
}
