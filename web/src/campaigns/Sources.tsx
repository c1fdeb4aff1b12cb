import { Badge, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { PageHead } from '../common/templates/PageHead';
import { ParameterList } from './ParameterList';
import { RulesTable } from './RulesTable';
import './sources.css';
import { useUnrecognised } from './sources';
import { TryAddress } from './TryAddress';
import { Unrecognised } from './Unrecognised';

/** How the channel of a visit is known. */
export function Sources() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const unknown = useUnrecognised().data?.length ?? 0;

  return (
    <section className="lw-page">
      <PageHead
        title={t('campaigns.source.title')}
        hint={t('campaigns.source.hint')}
        actions={<Link to="/channels">{t('campaigns.source.back')}</Link>}
      />
      <div className="lw-panel lw-panel-list lw-source-page">
        <Tabs
          activeKey={params.get('tab') ?? 'unrecognised'}
          onChange={(tab) => setParams({ tab }, { replace: true })}
          items={[
            { key: 'unrecognised', label: <Badge count={unknown} size="small" offset={[8, 0]}>{t('campaigns.source.unrecognised')}</Badge>, children: <Unrecognised /> },
            { key: 'rules', label: t('campaigns.source.rules'), children: <RulesTable /> },
            { key: 'parameters', label: t('campaigns.source.parameters'), children: <ParameterList /> },
            { key: 'try', label: t('campaigns.source.try'), children: <TryAddress /> },
          ]}
        />
      </div>
    </section>
  );
}
