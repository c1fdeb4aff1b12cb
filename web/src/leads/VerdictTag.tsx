import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Verdict } from './model';

const COLORS: Record<Verdict, string> = { customer: 'green', opportunity: 'gold', competitor: 'volcano', peer: 'purple', blocked: 'red' };

/** What the duplicate check said; nothing of somebody new. */
export function VerdictTag({ verdict }: { verdict: Verdict | null | undefined }) {
  const { t } = useTranslation();
  return verdict ? <Tag color={COLORS[verdict]}>{t(`leads.verdict.${verdict}`)}</Tag> : null;
}
