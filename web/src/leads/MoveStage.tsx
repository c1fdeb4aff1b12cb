import { SwapOutlined } from '../common/icons';
import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { STAGES, type Stage } from '../common/model';
import { StageTag } from '../common/StageTag';
import { useFailure } from '../common/templates/useFailure';
import { useMoveStage } from './leads';
import type { LeadRow } from './model';
import { needsReason } from './needsReason';

/** Moves a lead to another stage; a step out of the funnel or back needs a reason that others can read later. */
export function MoveStage({ lead }: { lead: LeadRow }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const failed = useFailure();
  const move = useMoveStage(lead.id);
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ stage: Stage; reason?: string }>();
  const stage = Form.useWatch('stage', form);
  const reasonNeeded = stage !== undefined && needsReason(lead.stage, stage);

  const finish = (values: { stage: Stage; reason?: string }) => {
    const reason = values.reason?.trim();
    move.mutate(reason ? { stage: values.stage, reason } : { stage: values.stage }, {
      onSuccess: () => {
        setOpen(false);
        void message.success(t('leads.move.done', { stage: t(`common.stage.${values.stage}`) }));
      },
      onError: failed,
    });
  };

  return (
    <>
      <Button size="small" type="primary" icon={<SwapOutlined />} onClick={() => setOpen(true)}>
        {t('leads.move.title')}
      </Button>
      <Modal
        open={open}
        title={t('leads.move.title')}
        okText={t('leads.move.apply')}
        cancelText={t('common.cancel')}
        confirmLoading={move.isPending}
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        <Form form={form} layout="vertical" onFinish={finish} preserve={false}>
          <p>
            <span className="lw-muted">{t('leads.move.now')}</span> <StageTag stage={lead.stage} />
          </p>
          <Form.Item name="stage" label={t('leads.move.to')} rules={[{ required: true, message: t('common.required') }]}>
            <Select
              options={STAGES.filter((value) => value !== lead.stage).map((value) => ({ value, label: t(`common.stage.${value}`) }))}
              optionRender={(option) => <StageTag stage={option.value as Stage} />}
              listHeight={360}
            />
          </Form.Item>
          <Form.Item
            name="reason"
            label={t('leads.move.reason')}
            rules={[{ required: reasonNeeded, whitespace: true, message: t('leads.move.reasonNeeded') }]}
          >
            <Input.TextArea rows={3} maxLength={500} placeholder={t('leads.move.reasonHint')} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
