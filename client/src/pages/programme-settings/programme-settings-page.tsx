import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { may, useSession } from '../../api/use-session.ts';
import { nonce } from '../../app/style-nonce.ts';
import { addSettingsTexts } from '../../designer/settings/add-texts.ts';
import { PARTS, ProgrammeParts } from '../../designer/settings/programme-parts.tsx';
import { useProgramme } from '../../designer/settings/use-programme.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useNow } from '../../ui/use-now.ts';
import '../../designer/workflow/workflow.css';
import '../../designer/settings/settings.css';

addSettingsTexts();

/** The settings of the programme that the address names; the address also keeps which part is open. */
export const ProgrammeSettingsPage = () => {
  const { programme = '' } = useParams();
  const { t, i18n } = useTranslation();
  const { data: session } = useSession();
  const now = useNow();
  const [search, setSearch] = useSearchParams();
  const around = useProgramme(programme, i18n.language);
  const title = around.definitions?.find(({ kind }) => kind === 'Programme')?.title ?? programme;
  return (
    <div className="page">
      <PageHeading title={t('settings.heading', { title })}>
        <Link to="/design">{t('settings.all-definitions')}</Link>
      </PageHeading>
      <ProblemAlert error={around.error} />
      {around.definitions === undefined ? (
        <Spin />
      ) : (
        <ProgrammeParts
          key={programme}
          programme={programme}
          definitions={around.definitions}
          surroundings={around.surroundings}
          templates={around.templates}
          needs={around.needs}
          may={{ programme: may(session, 'programmes.manage'), texts: may(session, 'definitions.edit') }}
          today={now.slice(0, 10)}
          nonce={nonce}
          part={PARTS.find((one) => one === search.get('part')) ?? 'basics'}
          onPart={(part) => {
            setSearch(part === 'basics' ? {} : { part }, { replace: true });
          }}
        />
      )}
    </div>
  );
};
