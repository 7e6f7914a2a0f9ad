import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { fetchDefinition } from '../../api/designs.ts';
import { nonce } from '../../app/style-nonce.ts';
import { addTexts } from '../../designer/form/add-texts.ts';
import { readDocument } from '../../designer/form/document.ts';
import { FormDesigner } from '../../designer/form/form-designer.tsx';
import { titleOf } from '../../designer/form/names.ts';
import { VIEWS } from '../../designer/form/toolbar.tsx';
import { useSurroundingsOf } from '../../designer/form/use-surroundings.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

addTexts();

/** What a form's text calls it; the key where it has no title yet. */
const formTitle = (text: string, key: string, language: string): string => {
  const reading = readDocument(text);
  return reading.ok ? titleOf(reading.document.form, key, language) : key;
};

/** The designer of the form that the address names; the address also keeps which view is open. */
export const FormDesignerPage = () => {
  const { programme = '', key = '' } = useParams();
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const [opened, setOpened] = useState(0);
  const definition = useQuery({
    queryKey: ['definition', programme, 'Form', key, 'edited', opened],
    queryFn: () => fetchDefinition(programme, { kind: 'Form', key }),
    // What is typed lives on the page; reading it again must not take it away
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const surroundings = useSurroundingsOf(programme, definition.data);
  return (
    <div className="page page-wide">
      <nav className="quiet designer-way" aria-label={t('form-designer.way')}>
        <Link to={`/design?programme=${programme}`}>{t('form-designer.all-definitions')}</Link>
        {' / '}
        <span title={key}>
          {formTitle(definition.data?.draft?.text ?? definition.data?.published?.text ?? '', key, i18n.language)}
        </span>
      </nav>
      <ProblemAlert error={definition.error} />
      {definition.data === undefined || surroundings === null ? (
        definition.error === null ? (
          <div className="centred">
            <Spin size="large" />
          </div>
        ) : null
      ) : (
        <FormDesigner
          key={`${programme} ${key} ${String(opened)}`}
          programme={programme}
          definition={definition.data}
          surroundings={surroundings}
          nonce={nonce}
          view={VIEWS.find((one) => one === search.get('view')) ?? 'design'}
          onView={(view) => {
            setSearch(view === 'design' ? {} : { view }, { replace: true });
          }}
          onDiscarded={() => {
            void queries.invalidateQueries({ queryKey: ['definitions', programme] });
            // What was never published is gone with its draft.
            if (definition.data.published === null) void navigate(`/design?programme=${programme}`);
            else setOpened(opened + 1);
          }}
          onPublish={() => {
            void navigate(`/design/${programme}/publish`);
          }}
        />
      )}
    </div>
  );
};
