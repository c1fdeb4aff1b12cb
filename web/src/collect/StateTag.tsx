import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Site } from './model';
import { siteState } from './siteState';

const TONE = { archived: 'default', waiting: 'gold', silent: 'orange', alive: 'green' } as const;

export function StateTag({ site }: { site: Site }) {
  const { t } = useTranslation();
  const state = siteState(site);
  return <Tag color={TONE[state]} variant="filled" className="lw-tag">{t(`collect.state.${state}`)}</Tag>;
}
