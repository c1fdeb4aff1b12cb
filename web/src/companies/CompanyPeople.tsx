import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StageTag } from '../common/StageTag';
import { RecordSection } from '../common/templates/RecordSection';
import { leadCalled } from '../leads/leadCalled';
import type { CompanyPerson } from './model';

export function CompanyPeople({ people }: { people: CompanyPerson[] }) {
  const { t } = useTranslation();
  return (
    <RecordSection title={t('companies.field.people')} extra={<span className="lw-muted">{people.length || null}</span>}>
      {people.length === 0 && <p className="lw-muted">{t('companies.noPeople')}</p>}
      <ul className="lw-related">
        {people.map((person) => {
          const name = leadCalled({ name: person.name, key: person.leadKey }, t);
          return (
            <li key={person.id}>
              <span>
                {person.leadId ? <Link to={`/leads?open=${person.leadId}`}>{name}</Link> : name}
                {person.title && <span className="lw-muted"> · {person.title}</span>}
              </span>
              {person.stage && <StageTag stage={person.stage} />}
            </li>
          );
        })}
      </ul>
    </RecordSection>
  );
}
