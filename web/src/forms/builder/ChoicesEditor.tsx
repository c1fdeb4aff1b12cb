import { DeleteOutlined, PlusOutlined } from '../../common/icons';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormDesign, FormField } from '../model';
import { changeField, renameChoice } from './design';

interface ChoicesEditorProps {
  design: FormDesign;
  field: FormField;
  flaw?: string | undefined;
  onChange: (design: FormDesign) => void;
}

/** The answers a field offers: what is kept, which is also what is shown in Chinese, and the English word for it. */
export function ChoicesEditor({ design, field, flaw, onChange }: ChoicesEditorProps) {
  const { t } = useTranslation();
  const set = (choices: FormField['choices']) => onChange(changeField(design, field.key, { choices }));
  const free = () => {
    for (let number = field.choices.length + 1; ; number++) {
      const value = t('forms.builder.choice', { number });
      if (field.choices.every((choice) => choice.value !== value)) return value;
    }
  };
  return (
    <div className="forms-input">
      <div className="lw-label">{t('forms.field.choices')}</div>
      {field.choices.map((choice, index) => (
        // A choice is known by its place: its value is what is being typed.
        <div key={index} className="forms-choice">
          <Input
            value={choice.value} maxLength={200} aria-label={t('forms.builder.choiceValue', { number: index + 1 })}
            onChange={(event) => onChange(renameChoice(design, field.key, index, event.target.value))}
          />
          <Input
            value={choice.label.en} maxLength={200} placeholder={t('forms.language.en')} aria-label={t('forms.builder.choiceEnglish', { number: index + 1 })}
            onChange={(event) =>
              set(field.choices.map((one, at) => (at === index ? { ...one, label: { zh: one.label.zh || one.value, en: event.target.value } } : one)))
            }
          />
          <Button
            size="small" type="text" icon={<DeleteOutlined />} aria-label={t('forms.builder.remove', { label: choice.value })}
            onClick={() => set(field.choices.filter((_one, at) => at !== index))}
          />
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} onClick={() => set([...field.choices, { value: free(), label: { zh: '', en: '' } }])}>
        {t('forms.builder.addChoice')}
      </Button>
      {flaw && <div className="lw-danger">{flaw}</div>}
    </div>
  );
}
