import { App, Button, Input, Segmented, Tabs } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ApiError } from '../../common/api/ApiError';
import { ErrorState, LoadingState } from '../../common/templates/PageState';
import { useFailure } from '../../common/templates/useFailure';
import { useNarrow } from '../../common/useNarrow';
import { useCan } from '../../workspace/session';
import { FormStatusTag } from '../FormStatusTag';
import '../forms.css';
import { useForm, usePublishForm, useSaveForm } from '../forms';
import type { FieldKind, Flaw, Form, FormDesign } from '../model';
import { ShareForm } from '../ShareForm';
import { Canvas } from './Canvas';
import { insertField, newField } from './design';
import { FieldInspector } from './FieldInspector';
import { FormInspector } from './FormInspector';
import { Palette } from './Palette';
import { Preview } from './Preview';

export function FormBuilder() {
  const { id = '' } = useParams();
  const form = useForm(id);
  if (form.isPending) return <LoadingState rows={12} />;
  if (form.isError) return <ErrorState error={form.error} onRetry={() => void form.refetch()} />;
  // Another form is another builder; the same one keeps what is being edited.
  return <Builder key={form.data.id} form={form.data} reload={() => void form.refetch()} />;
}

type Panel = 'fields' | 'inspect' | 'preview';

/** The builder template: palette, canvas, inspector, and the very page that visitors will get. */
function Builder({ form, reload }: { form: Form; reload: () => void }) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const narrow = useNarrow();
  const failed = useFailure();
  const mayEdit = useCan()('campaigns.edit');
  const save = useSaveForm(form.id);
  const publish = usePublishForm(form.id);
  const [name, setName] = useState(form.name);
  const [slug, setSlug] = useState(form.slug);
  const [design, setDesign] = useState<FormDesign>(form.draft);
  const [chosen, setChosen] = useState<string | null>(form.draft.fields[0]?.key ?? null);
  const [flaws, setFlaws] = useState<Flaw[]>([]);
  const [panel, setPanel] = useState<Panel>('fields');
  const [sharing, setSharing] = useState(false);
  const [dirty, setDirty] = useState(false);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (dirty) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);

  const change = (next: FormDesign) => {
    setDesign(next);
    setDirty(true);
  };
  const refused = (error: Error) => {
    if (error instanceof ApiError && error.code === 'formChanged') {
      modal.confirm({
        title: t('forms.builder.changedTitle'), content: error.message, okText: t('forms.builder.reload'),
        cancelText: t('common.cancel'), onOk: reload,
      });
      return;
    }
    if (error instanceof ApiError && error.errors.length > 0)
      setFlaws(error.errors.map((entry) => ({ place: entry.field, message: entry.message })));
    failed(error);
  };
  const store = async () => {
    const saved = await save.mutateAsync({ revision: form.revision, name: name.trim(), slug: slug.trim(), draft: design });
    setDirty(false);
    setSlug(saved.slug);
    return saved;
  };
  const keep = () =>
    store().then((saved) => {
      setFlaws(saved.flaws);
      void message.success(t('common.saved'));
    }, refused);
  const release = () =>
    store()
      .then((saved) => (saved.flaws.length > 0 ? Promise.resolve(setFlaws(saved.flaws)) : publish.mutateAsync(saved.revision).then(() => {
        setFlaws([]);
        setSharing(true);
        void message.success(t('forms.builder.published'));
      })))
      .catch(refused);
  const add = (kind: FieldKind, at?: number) => {
    const label = { zh: t(`forms.kind.${kind}`, { lng: 'zh-CN' }), en: t(`forms.kind.${kind}`, { lng: 'en' }) };
    const field = newField(design, kind, label, [1, 2].map((number) => t('forms.builder.choice', { number })));
    change(insertField(design, field, at));
    setChosen(field.key);
    if (narrow) setPanel('inspect');
  };

  const field = design.fields.find((one) => one.key === chosen);
  const busy = save.isPending || publish.isPending;
  const palette = mayEdit && <Palette design={design} onAdd={add} />;
  const canvas = (
    <Canvas
      design={design} chosen={chosen} flaws={flaws} readOnly={!mayEdit} onChange={change} onAdd={add}
      onChoose={(key) => {
        setChosen(key);
        if (narrow) setPanel('inspect');
      }}
    />
  );
  const inspector = (
    <Tabs
      size="small"
      activeKey={chosen === null ? 'form' : 'field'}
      onChange={(key) => setChosen(key === 'form' ? null : (design.fields[0]?.key ?? null))}
      items={[
        {
          key: 'field', label: t('forms.builder.field'), disabled: design.fields.length === 0,
          children: field && (
            <FieldInspector key={design.fields.indexOf(field)} design={design} field={field} flaws={flaws} readOnly={!mayEdit} onChange={change} onKey={setChosen} />
          ),
        },
        {
          key: 'form', label: t('forms.builder.form'),
          children: (
            <FormInspector
              design={design} slug={slug} slugFixed={Boolean(form.live)} flaws={flaws} readOnly={!mayEdit} onChange={change}
              onSlug={(next) => {
                setSlug(next);
                setDirty(true);
              }}
            />
          ),
        },
      ]}
    />
  );

  return (
    <section className="lw-page">
      <header className="lw-head">
        <div className="forms-name">
          <Link to="/forms">{t('forms.list.title')}</Link>
          <Input
            value={name} maxLength={80} aria-label={t('forms.field.name')} readOnly={!mayEdit} variant="underlined"
            onChange={(event) => {
              setName(event.target.value);
              setDirty(true);
            }}
          />
          <span className="lw-actions">
            <FormStatusTag status={form.status} />
            <span className="lw-muted">
              {dirty ? t('forms.builder.unsaved') : form.live && form.pending ? t('forms.builder.pending') : form.live ? t('forms.builder.version', { number: form.live }) : ''}
            </span>
          </span>
        </div>
        <span className="lw-actions">
          <Link to={`/forms/${form.id}/submissions`}>{t('forms.tab.submissions')}</Link>
          <Link to={`/forms/${form.id}/report`}>{t('forms.tab.report')}</Link>
          {form.live && <Button onClick={() => setSharing(true)}>{t('forms.builder.share')}</Button>}
          {mayEdit && <Button disabled={busy || !dirty} onClick={() => void keep()}>{t('common.save')}</Button>}
          {mayEdit && (
            <Button type="primary" loading={busy} disabled={!dirty && !form.pending} onClick={() => void release()}>
              {t('forms.builder.publish')}
            </Button>
          )}
        </span>
      </header>
      {narrow ? (
        <>
          <Segmented<Panel>
            block value={panel} onChange={setPanel}
            options={(['fields', 'inspect', 'preview'] as const).map((value) => ({ value, label: t(`forms.builder.panel.${value}`) }))}
          />
          {panel === 'fields' && <div className="lw-panel">{canvas}{palette}</div>}
          {panel === 'inspect' && <div className="lw-panel">{inspector}</div>}
          {panel === 'preview' && <Preview design={design} />}
        </>
      ) : (
        <div className="forms-builder">
          <aside className="lw-panel">{palette}</aside>
          <div className="lw-panel">{canvas}</div>
          <aside className="lw-panel">{inspector}</aside>
          <Preview design={design} />
        </div>
      )}
      <ShareForm form={sharing ? form : null} onClose={() => setSharing(false)} />
    </section>
  );
}
