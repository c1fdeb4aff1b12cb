import { PlusOutlined } from '../../common/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FACT_KINDS, FIELD_KINDS, type FieldKind, type FormDesign } from '../model';
import { mayAdd } from './design';

/** The kinds of fields; a click adds one at the end, dragging puts it anywhere. */
export function Palette({ design, onAdd }: { design: FormDesign; onAdd: (kind: FieldKind) => void }) {
  const { t } = useTranslation();
  const group = (title: string, kinds: readonly FieldKind[]) => (
    <>
      <div className="lw-label">{title}</div>
      <div className="forms-palette">
        {kinds.map((kind) => (
          <Button
            key={kind} size="small" icon={<PlusOutlined />} disabled={!mayAdd(design, kind)} draggable={mayAdd(design, kind)}
            onDragStart={(event) => event.dataTransfer.setData('text/kind', kind)}
            onClick={() => onAdd(kind)}
          >
            {t(`forms.kind.${kind}`)}
          </Button>
        ))}
      </div>
    </>
  );
  return (
    <>
      {group(t('forms.builder.facts'), FACT_KINDS)}
      {group(t('forms.builder.questions'), FIELD_KINDS.filter((kind) => !FACT_KINDS.includes(kind)))}
    </>
  );
}
