import { ArrowLeftOutlined, DeleteOutlined } from '../common/icons';
import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { PageHead } from '../common/templates/PageHead';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import { type Condition, editable, EVERYBODY, isComplete } from '../rules/model';
import { RuleBuilder } from '../rules/RuleBuilder';
import { useCatalogue } from '../rules/rules';
import { RuleText } from '../rules/RuleText';
import { useCan } from '../workspace/session';
import type { Segment } from './model';
import { Members } from './Segments';
import { archiveSegment, restoreSegment, useSaveSegment, useSegment } from './segments';
import './segments.css';
import { Trial } from './Trial';

/** One segment: what it is called, whom it holds, and how many that are while the rule is written. */
export function SegmentEditor() {
  const { id } = useParams();
  const [params] = useSearchParams();
  const query = useSegment(id);
  if (id === undefined) return <Editor kind={params.get('kind') === 'static' ? 'static' : 'dynamic'} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingState />;
  return <Editor key={query.data.version} segment={query.data} kind={query.data.kind} />;
}

function Editor({ segment, kind }: { segment?: Segment; kind: Segment['kind'] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayEdit = useCan()('segments.edit');
  const failed = useFailure();
  const toast = useUndoToast();
  const save = useSaveSegment();
  const catalogue = useCatalogue().data;
  const [form] = Form.useForm<{ name: string; description?: string | null }>();
  const [rule, setRule] = useState<Condition>(segment?.rule ?? EVERYBODY);
  const [asked, setAsked] = useState(rule);
  // Each letter typed is not worth a question.
  useEffect(() => {
    const timer = setTimeout(() => setAsked(rule), 400);
    return () => clearTimeout(timer);
  }, [rule]);
  const complete = catalogue ? isComplete(editable(rule), catalogue) : false;
  const askable = catalogue ? isComplete(editable(asked), catalogue) : false;

  const keep = (values: { name: string; description?: string | null }) =>
    save.mutate(
      {
        id: segment?.id,
        draft: { ...values, rule: kind === 'dynamic' ? rule : null, ...(segment ? { version: segment.version } : {}) },
      },
      {
        onSuccess: (kept) => void navigate(segment ? '/segments' : kept.kind === 'static' ? '/segments' : `/segments/${kept.id}`),
        onError: (error) => showFieldErrors(form, error) || failed(error),
      },
    );
  const archive = () =>
    segment &&
    archiveSegment(segment.id).then(() => {
      toast(t('segments.archived', { name: segment.name }), () => restoreSegment(segment.id));
      void navigate('/segments');
    }, failed);

  return (
    <section className="lw-page">
      <div><Link to="/segments"><ArrowLeftOutlined /> {t('segments.title')}</Link></div>
      <PageHead
        title={segment?.name ?? t(kind === 'dynamic' ? 'segments.new' : 'segments.newStatic')}
        hint={t(`segments.hintOf.${kind}`)}
        actions={segment && mayEdit && <Button icon={<DeleteOutlined />} onClick={() => void archive()}>{t('segments.archive')}</Button>}
      />
      {segment?.broken && <Alert type="error" showIcon title={t('segments.brokenHint')} />}
      <div className={kind === 'dynamic' ? 'lw-segment-editor' : undefined}>
        <div className="lw-panel lw-segment-form">
          {segment && <div className="lw-segment-members"><Members segment={segment} /></div>}
          <Form
            form={form}
            layout="vertical"
            disabled={!mayEdit}
            initialValues={{ name: segment?.name ?? '', description: segment?.description ?? '' }}
            onFinish={keep}
          >
            <Form.Item name="name" label={t('segments.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
              <Input maxLength={80} />
            </Form.Item>
            <Form.Item name="description" label={t('segments.description')}>
              <Input.TextArea maxLength={500} autoSize={{ minRows: 1, maxRows: 4 }} />
            </Form.Item>
            {kind === 'dynamic' && (
              <Form.Item label={t('segments.rule')}>
                {mayEdit ? <RuleBuilder value={rule} onChange={setRule} /> : <RuleText condition={rule} />}
              </Form.Item>
            )}
            {mayEdit && (
              <Button type="primary" htmlType="submit" loading={save.isPending} disabled={kind === 'dynamic' && !complete}>
                {t('common.save')}
              </Button>
            )}
            {mayEdit && kind === 'dynamic' && !complete && <div className="lw-muted">{t('segments.incomplete')}</div>}
          </Form>
        </div>
        {kind === 'dynamic' && <Trial rule={askable ? asked : null} />}
      </div>
    </section>
  );
}
