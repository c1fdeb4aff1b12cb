import { Modal } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../workspace/session';
import { allowedPlaces } from './places';

export function KeyboardHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const places = allowedPlaces(can).flatMap((group) => group.places);
  const rows: [string, string][] = [
    ['?', t('app.keys.help')],
    ['/', t('app.keys.search')],
    ['j k', t('app.keys.move')],
    ['Enter', t('app.keys.open')],
    ['e', t('app.keys.edit')],
    ['x', t('app.keys.tick')],
  ];
  const list = (entries: [string, string][]) => (
    <dl className="lw-keys">
      {entries.map(([keys, meaning]) => (
        <Fragment key={keys}>
          <dt>
            {keys.split(' ').map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{meaning}</dd>
        </Fragment>
      ))}
    </dl>
  );
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('app.keys.title')} width={560}>
      <div className="lw-keys-columns">
        <div>
          <div className="lw-label">{t('app.keys.lists')}</div>
          {list(rows)}
        </div>
        <div>
          <div className="lw-label">{t('app.keys.go')}</div>
          {list(places.map((place) => [`g ${place.letter}`, t('app.keys.goTo', { page: t(`app.menu.${place.word}`) })]))}
        </div>
      </div>
    </Modal>
  );
}
