import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Parts } from '../common/Parts';
import { RelativeTime } from '../common/RelativeTime';
import { useDealMoves } from './deals';

/** What people of the company did since the opportunity was opened: who moves there, and how lately. */
export function DealMoves({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const { data } = useDealMoves(id);
  if (!data || data.total === 0) return null;
  const scene = (word: string) => (i18n.exists(`leads.scene.${word}`) ? t(`leads.scene.${word}`) : word);
  return (
    <div className="lw-deal-moves">
      <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('deals.moves.title', { people: data.people, count: data.total })}
      </Button>
      {open && (
        <ul>
          {data.latest.map((move) => (
            <li key={move.id}>
              <RelativeTime at={move.at} />
              <span><Parts of={[move.name ?? t('deals.moves.nameless'), move.title]} /></span>
              <span className="lw-muted"><Parts of={[scene(move.scene), move.content]} /></span>
            </li>
          ))}
          {data.total > data.latest.length && <li className="lw-muted">{t('deals.moves.more', { count: data.latest.length })}</li>}
        </ul>
      )}
    </div>
  );
}
