import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from './fields';
import { FieldInput, typed } from './FieldInput';
import type { FieldValue, ProfileField } from './model';

interface FieldEditorProps {
  field: ProfileField;
  value: FieldValue | null | undefined;
  onSave: (value: FieldValue | null) => void;
  onCancel: () => void;
}

/** Edits one field in its place: Enter saves, Escape leaves it. */
export function FieldEditor({ field, value, onSave, onCancel }: FieldEditorProps) {
  const { t } = useTranslation();
  const words = useWords();
  const masked = String(value ?? '').includes('*') && (field.type === 'phone' || field.type === 'email');
  // A masked number cannot be corrected letter by letter; it is typed anew.
  const before = masked ? null : typed(field, value);
  const [next, setNext] = useState<FieldValue | null>(before);
  const save = () => (JSON.stringify(next ?? null) === JSON.stringify(before) ? onCancel() : onSave(next));
  return (
    <div
      className="lw-fact-form"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing && ['text', 'phone', 'email', 'url', 'number', 'money'].includes(field.type)) save();
        if (event.key !== 'Escape') return;
        // Escape is for this field; the drawer behind it stays open.
        event.stopPropagation();
        onCancel();
      }}
    >
      <FieldInput field={field} value={next} onChange={setNext} autoFocus />
      {words(field.help) && <div className="lw-fact-source">{words(field.help)}</div>}
      <span className="lw-actions">
        <Button size="small" type="primary" onClick={save}>{t('common.save')}</Button>
        <Button size="small" onClick={onCancel}>{t('common.cancel')}</Button>
      </span>
    </div>
  );
}
