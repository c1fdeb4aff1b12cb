import { ArrowDownOutlined, ArrowUpOutlined, BranchesOutlined, DeleteOutlined } from '../../common/icons';
import { Button } from 'antd';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../common/templates/PageState';
import { FIELD_KINDS, type FieldKind, type Flaw, type FormDesign } from '../model';
import { moveField, removeField } from './design';
import { inLanguage } from './words';

interface CanvasProps {
  design: FormDesign;
  chosen: string | null;
  flaws: Flaw[];
  readOnly: boolean;
  onChange: (design: FormDesign) => void;
  onChoose: (key: string) => void;
  onAdd: (kind: FieldKind, at?: number) => void;
}

/** The questions in their order; by mouse or by buttons. */
export function Canvas({ design, chosen, flaws, readOnly, onChange, onChoose, onAdd }: CanvasProps) {
  const { t, i18n } = useTranslation();
  const [over, setOver] = useState(-1);
  const whole = flaws.filter((flaw) => !/^fields\[/.test(flaw.place));

  const drop = (event: DragEvent, at: number) => {
    event.preventDefault();
    setOver(-1);
    const kind = event.dataTransfer.getData('text/kind');
    const from = event.dataTransfer.getData('text/field');
    if (FIELD_KINDS.includes(kind as FieldKind)) onAdd(kind as FieldKind, at);
    else if (from !== '') onChange(moveField(design, Number(from), Number(from) < at ? at - 1 : at));
  };
  const target = (at: number) =>
    readOnly
      ? {}
      : {
          onDragOver: (event: DragEvent) => {
            event.preventDefault();
            setOver(at);
          },
          onDragLeave: () => setOver(-1),
          onDrop: (event: DragEvent) => drop(event, at),
        };

  return (
    <>
      {whole.length > 0 && (
        <ul className="forms-flaws lw-danger" role="alert">
          {whole.map((flaw) => <li key={flaw.place + flaw.message}>{flaw.message}</li>)}
        </ul>
      )}
      <ol className="forms-canvas" aria-label={t('forms.builder.panel.fields')}>
        {design.fields.map((field, index) => {
          const wrong = flaws.filter((flaw) => flaw.place.startsWith(`fields[${index}]`));
          const label = inLanguage(field.label, i18n.language) || field.key;
          return (
            <li
              key={field.key} draggable={!readOnly} {...target(index)}
              className={[field.key === chosen ? 'forms-chosen' : '', over === index ? 'forms-over' : ''].join(' ')}
              onDragStart={(event) => event.dataTransfer.setData('text/field', String(index))}
            >
              <button type="button" className="forms-pick" aria-pressed={field.key === chosen} onClick={() => onChoose(field.key)}>
                <strong>
                  {label}
                  {field.required && <span className="lw-danger" title={t('common.required')}> *</span>}
                </strong>
                <span className="lw-muted">
                  {t(`forms.kind.${field.kind}`)}
                  {field.when && <> · <BranchesOutlined aria-hidden /> {t('forms.builder.conditional')}</>}
                  {field.progressive && <> · {t('forms.builder.progressive')}</>}
                </span>
                {wrong.map((flaw) => <span key={flaw.place + flaw.message} className="lw-danger">{flaw.message}</span>)}
              </button>
              {!readOnly && (
                <span className="forms-moves">
                  <Button size="small" type="text" icon={<ArrowUpOutlined />} disabled={index === 0} aria-label={t('forms.builder.up', { label })} onClick={() => onChange(moveField(design, index, index - 1))} />
                  <Button size="small" type="text" icon={<ArrowDownOutlined />} disabled={index === design.fields.length - 1} aria-label={t('forms.builder.down', { label })} onClick={() => onChange(moveField(design, index, index + 1))} />
                  <Button size="small" type="text" danger icon={<DeleteOutlined />} aria-label={t('forms.builder.remove', { label })} onClick={() => onChange(removeField(design, field.key))} />
                </span>
              )}
            </li>
          );
        })}
        <li className={`forms-end ${over === design.fields.length ? 'forms-over' : ''}`} aria-hidden {...target(design.fields.length)} />
      </ol>
      {design.fields.length === 0 && <EmptyState title={t('forms.builder.emptyTitle')} hint={t('forms.builder.emptyHint')} />}
    </>
  );
}
