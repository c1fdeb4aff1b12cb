import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Stage } from './model';

/** The mark before the word tells the kind of stage without colour. */
const MARK: Record<Stage, string> = {
  lead: '○', mql: '◔', sal: '◑', sql: '◑', opportunity: '◕', poc: '◕', won: '●', lost: '✕', nurture: '↻', recycled: '↩',
};

const TONE: Record<Stage, string> = {
  lead: 'default', mql: 'cyan', sal: 'cyan', sql: 'blue', opportunity: 'geekblue', poc: 'purple',
  won: 'green', lost: 'red', nurture: 'gold', recycled: 'orange',
};

export function StageTag({ stage }: { stage: Stage }) {
  const { t } = useTranslation();
  return (
    <Tag color={TONE[stage]} variant="filled" className="lw-tag">
      <span aria-hidden="true">{MARK[stage]} </span>
      {t(`common.stage.${stage}`)}
    </Tag>
  );
}
