import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FIGURES, LETTERS, ROUTES, type Definition } from './model';

interface GradeMatrixProps {
  definition: Definition;
  mayEdit: boolean;
  saving: boolean;
  onChange: (parts: Pick<Definition, 'fitFrom' | 'engagementFrom' | 'halfLifeDays' | 'routes'>) => void;
}

/** Where grades begin, and where leads of each go. */
export function GradeMatrix({ definition, mayEdit, saving, onChange }: GradeMatrixProps) {
  const { t } = useTranslation();
  const [mine, setMine] = useState(definition);
  const changed = JSON.stringify(mine) !== JSON.stringify(definition);
  const threshold = (of: 'fitFrom' | 'engagementFrom', names: readonly string[]) => (
    <div>
      <strong>{t(of === 'fitFrom' ? 'scoring.fit' : 'scoring.engagement')}</strong>
      {mine[of].map((least, i) => (
        <label key={i}>
          {names[i]} ≥{' '}
          <InputNumber
            value={least}
            min={1}
            max={of === 'fitFrom' ? 100 : 10_000}
            precision={0}
            disabled={!mayEdit}
            aria-label={t('scoring.matrix.from', { grade: names[i] ?? '' })}
            onChange={(value) => value !== null && setMine({ ...mine, [of]: mine[of].map((before, at) => (at === i ? value : before)) })}
          />
        </label>
      ))}
    </div>
  );
  return (
    <section className="lw-panel">
      <p className="lw-muted">{t('scoring.matrix.hint')}</p>
      <div className="lw-thresholds">
        {threshold('fitFrom', LETTERS)}
        {threshold('engagementFrom', FIGURES)}
        <label>
          <strong>{t('scoring.matrix.halfLife')}</strong>
          <InputNumber value={mine.halfLifeDays} min={7} max={365} precision={0} disabled={!mayEdit} onChange={(value) => value !== null && setMine({ ...mine, halfLifeDays: value })} />
          {t('scoring.matrix.days')}
          <span className="lw-muted">{t('scoring.matrix.halfLifeHint', { days: mine.halfLifeDays })}</span>
        </label>
      </div>
      <table className="lw-matrix" aria-label={t('scoring.tab.matrix')}>
        <thead>
          <tr>
            <th />
            {FIGURES.map((figure, i) => <th key={figure} scope="col">{figure}<br />{i < 3 ? `≥ ${mine.engagementFrom[i]}` : `< ${mine.engagementFrom[2]}`}</th>)}
          </tr>
        </thead>
        <tbody>
          {LETTERS.map((letter, i) => (
            <tr key={letter}>
              <th scope="row">{letter}<br />{i < 3 ? `≥ ${mine.fitFrom[i]}` : `< ${mine.fitFrom[2]}`}</th>
              {FIGURES.map((figure) => {
                const grade = `${letter}${figure}`;
                const route = mine.routes[grade] ?? 'none';
                return (
                  <td key={grade}>
                    {mayEdit ? (
                      <Select
                        size="small"
                        variant="borderless"
                        value={route}
                        suffixIcon={null}
                        popupMatchSelectWidth={false}
                        aria-label={t('scoring.matrix.routeOf', { grade })}
                        options={ROUTES.map((value) => ({ value, label: t(`scoring.route.${value}`) }))}
                        onChange={(value) => setMine({ ...mine, routes: { ...mine.routes, [grade]: value } })}
                      />
                    ) : (
                      t(`scoring.route.${route}`)
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {mayEdit && (
        <div className="lw-actions" style={{ marginTop: 12 }}>
          <Button type="primary" disabled={!changed} loading={saving} onClick={() => onChange({ fitFrom: mine.fitFrom, engagementFrom: mine.engagementFrom, halfLifeDays: mine.halfLifeDays, routes: mine.routes })}>{t('scoring.matrix.save')}</Button>
          <Button disabled={!changed} onClick={() => setMine(definition)}>{t('common.cancel')}</Button>
        </div>
      )}
    </section>
  );
}
