import { PlusOutlined, SettingOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Input, Select, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { z } from 'zod';
import { fetchDefinitions, fetchEditedProgrammes } from '../../api/designs.ts';
import { may, useSession } from '../../api/use-session.ts';
import { addDesignTexts } from '../../designer/list/add-texts.ts';
import { DefinitionTable } from '../../designer/list/definition-table.tsx';
import { NewFormDialog } from '../../designer/list/new-form-dialog.tsx';
import { NewProgrammeDialog } from '../../designer/settings/new-programme-dialog.tsx';
import { NewWorkflowDialog } from '../../designer/settings/new-workflow-dialog.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

addDesignTexts();

/** All definitions of a programme: what is published, what is being changed, what is wrong, and the way to each designer. */
export const DesignPage = () => {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState('');
  const [making, setMaking] = useState<'form' | 'workflow' | 'programme' | null>(null);
  const navigate = useNavigate();
  const { data: session } = useSession();
  const isManaging = may(session, 'programmes.manage');
  const close = (): void => {
    setMaking(null);
  };
  const programmes = useQuery({ queryKey: ['programmes', 'edited'], queryFn: fetchEditedProgrammes });
  const programme = search.get('programme') ?? programmes.data?.[0]?.key;
  const definitions = useQuery({
    queryKey: ['definitions', programme],
    queryFn: () => fetchDefinitions(z.string().parse(programme)),
    enabled: programme !== undefined,
  });
  return (
    <div className="page">
      <PageHeading title={t('menu.design')}>
        <div className="design-actions">
          {isManaging ? (
            <Button
              type={programme === undefined ? 'primary' : 'default'}
              onClick={() => {
                setMaking('programme');
              }}
            >
              {t('new-programme.title')}
            </Button>
          ) : null}
          {programme === undefined ? null : (
            <>
              <Link to={`/design/${programme}/settings`}>
                <SettingOutlined /> {t('design.settings')}
              </Link>
              <Link to={`/design/${programme}/publish`}>{t('design.publish')}</Link>
              <Button
                icon={<PlusOutlined />}
                onClick={() => {
                  setMaking('workflow');
                }}
              >
                {t('new-workflow.title')}
              </Button>
              <Button
                type="primary"
                icon={<PlusOutlined />}
                onClick={() => {
                  setMaking('form');
                }}
              >
                {t('design.new-form')}
              </Button>
            </>
          )}
        </div>
      </PageHeading>
      {programmes.data?.length === 0 ? null : (
        <div className="design-filters">
          <Select
            aria-label={t('design.programme')}
            value={programme ?? null}
            options={(programmes.data ?? []).map(({ key, title }) => ({ value: key, label: title }))}
            onChange={(key: string) => {
              setSearch({ programme: key });
            }}
          />
          <Input.Search
            allowClear
            aria-label={t('design.search')}
            placeholder={t('design.search')}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />
        </div>
      )}
      <ProblemAlert error={programmes.error ?? definitions.error} />
      {programmes.data?.length === 0 ? (
        <Empty
          description={
            <>
              <p>{t('design.no-programme')}</p>
              {isManaging ? <p className="quiet">{t('design.first-steps')}</p> : null}
            </>
          }
        />
      ) : null}
      {definitions.data === undefined ? (
        definitions.isFetching ? (
          <Spin />
        ) : null
      ) : (
        <DefinitionTable programme={programme ?? ''} definitions={definitions.data} typed={typed} />
      )}
      {making === 'form' && programme !== undefined ? (
        <NewFormDialog programme={programme} definitions={definitions.data ?? []} onClose={close} />
      ) : null}
      {making === 'workflow' && programme !== undefined ? (
        <NewWorkflowDialog
          programme={programme}
          definitions={definitions.data ?? []}
          onClose={close}
          onMade={(key) => void navigate(`/design/${programme}/workflows/${key}`)}
        />
      ) : null}
      {making === 'programme' ? (
        <NewProgrammeDialog
          programmes={programmes.data ?? []}
          onClose={close}
          onMade={(key) => {
            close();
            setSearch({ programme: key });
          }}
        />
      ) : null}
    </div>
  );
};
