import { Alert, App, Checkbox, Form, Input, Select, TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Role, ROLES, type Scope, SCOPES } from '../common/model';
import { EditDrawer } from '../common/templates/EditDrawer';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { departmentOptions } from './departmentTree';
import type { Department, User, UserDraft } from './model';
import { usePasswordRules } from './passwordRules';
import { usualScope } from './usualScope';
import { useSaveUser } from './users';

interface UserForm {
  name: string;
  email: string;
  role: Role;
  scope: Scope;
  departmentId?: string | null;
  managerId?: string | null;
  mayExport: boolean;
  password?: string;
}

interface UserDrawerProps {
  user: User | 'new' | null;
  users: User[];
  departments: Department[];
  onClose: () => void;
}

/** A new colleague, a change, or a login for somebody so far known only from files. */
export function UserDrawer({ user, users, departments, onClose }: UserDrawerProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<UserForm>();
  const save = useSaveUser();
  const passwordRules = usePasswordRules();
  const existing = user === 'new' ? null : user;
  const needsLogin = user === 'new' || existing?.canSignIn === false;
  const title = user === 'new' ? t('workspace.users.new') : needsLogin ? t('workspace.users.giveLogin') : t('workspace.users.edit');

  const close = () => {
    save.reset();
    onClose();
  };
  const finish = (values: UserForm) => {
    const { password, email, ...rest } = values;
    const draft: UserDraft = {
      ...rest,
      name: values.name.trim(),
      departmentId: values.departmentId ?? null,
      managerId: values.managerId ?? null,
      ...(email ? { email: email.trim() } : {}),
      ...(password ? { password } : {}),
    };
    save.mutate(existing ? { id: existing.id, draft } : { draft }, {
      onSuccess: () => {
        void message.success(needsLogin ? t('workspace.users.ready', { name: draft.name }) : t('common.saved'));
        close();
      },
      onError: (error) => showFieldErrors(form, error),
    });
  };

  return (
    <EditDrawer<UserForm>
      open={user !== null}
      title={title}
      onClose={close}
      form={form}
      initialValues={{
        name: existing?.name ?? '',
        email: existing?.email ?? '',
        role: existing?.role ?? 'marketer',
        scope: existing?.scope ?? usualScope('marketer'),
        departmentId: existing?.departmentId ?? null,
        managerId: existing?.managerId ?? null,
        mayExport: existing?.mayExport ?? false,
      }}
      onFinish={finish}
      saving={save.isPending}
      error={save.error}
    >
      {existing && needsLogin && <Alert type="info" showIcon title={t('workspace.users.giveLoginHint')} style={{ marginBottom: 12 }} />}
      <Form.Item name="name" label={t('workspace.field.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="email"
        label={t('workspace.field.email')}
        rules={[{ required: true, message: t('common.required') }, { type: 'email', message: t('workspace.field.emailWrong') }]}
      >
        <Input inputMode="email" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="password"
        label={needsLogin ? t('workspace.users.firstPassword') : t('workspace.users.resetPassword')}
        rules={needsLogin ? passwordRules.needed : passwordRules.optional}
        extra={needsLogin ? t('workspace.users.firstPasswordHint') : t('workspace.users.resetHint')}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <div className="lw-form-row">
        <Form.Item name="role" label={t('workspace.field.role')}>
          <Select<Role>
            options={ROLES.map((value) => ({ value, label: t(`common.role.${value}`) }))}
            onChange={(role) => form.setFieldValue('scope', usualScope(role))}
          />
        </Form.Item>
        <Form.Item name="scope" label={t('workspace.field.scope')} tooltip={t('workspace.users.scopeHint')}>
          <Select options={SCOPES.map((value) => ({ value, label: t(`common.scope.${value}`) }))} />
        </Form.Item>
      </div>
      <Form.Item name="departmentId" label={t('workspace.field.department')}>
        <TreeSelect allowClear treeDefaultExpandAll treeData={departmentOptions(departments)} />
      </Form.Item>
      <Form.Item name="managerId" label={t('workspace.field.manager')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={users.filter((one) => one.active && one.id !== existing?.id).map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
      {existing && (
        <Form.Item name="mayExport" valuePropName="checked">
          <Checkbox>{t('workspace.users.mayExport')}</Checkbox>
        </Form.Item>
      )}
    </EditDrawer>
  );
}
