import { PlayCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioReport } from '#contract/wire/design.ts';
import { playScenarios } from '../../../api/designs.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Picture } from '../picture/picture.tsx';
import { CoverageLine } from './coverage-line.tsx';
import { NewScenarioButton } from './new-scenario-button.tsx';
import { ScenarioDesk } from './scenario-desk.tsx';
import { ScenarioLine } from './scenario-line.tsx';
import './scenarios.css';

interface Props {
  programme: string;
  workflow: string;
  nonce: string;
  /** Keeps what was typed, so that what is played is what was drawn. */
  flush: () => Promise<boolean>;
  onReport: (report: ScenarioReport) => void;
}

/** The scenarios of a workflow: written here, played on the drafts, with what they cover. */
export const ScenariosView = ({ programme, workflow, nonce, flush, onReport }: Props) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const played = useQuery({
    queryKey: ['scenarios', programme, workflow],
    queryFn: async () => {
      await flush();
      return playScenarios(programme, workflow);
    },
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const { data, error, isFetching, refetch } = played;
  useEffect(() => {
    if (data !== undefined) onReport(data);
  }, [data, onReport]);
  const play = (): void => {
    void refetch();
  };
  const scenarios = data?.scenarios ?? [];
  const passed = scenarios.filter((one) => one.passed).length;
  const coverage = data?.coverage[workflow];
  const open = scenarios.find(({ key }) => key === chosen);
  return (
    <div className="scenarios">
      <section className="scenario-list" aria-label={t('scenario.list')}>
        <div className="scenario-tools">
          <Button type="primary" icon={<PlayCircleOutlined />} loading={isFetching} onClick={play}>
            {t('scenario.play')}
          </Button>
          <NewScenarioButton
            programme={programme}
            workflow={workflow}
            taken={scenarios.map(({ key }) => key)}
            onMade={(key) => {
              setChosen(key);
              play();
            }}
          />
        </div>
        {error === null ? null : <ProblemAlert error={error} />}
        {data === undefined ? null : (
          <p role="status" className={passed === scenarios.length ? 'scenario-good' : 'scenario-bad'}>
            {t('scenario.result', { passed, count: scenarios.length })}
          </p>
        )}
        {data === undefined && isFetching ? <Spin /> : null}
        {data !== undefined && scenarios.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('scenario.none')} />
        ) : null}
        <ul>
          {scenarios.map((one) => (
            <li key={one.key}>
              <ScenarioLine
                scenario={one}
                isChosen={one.key === chosen}
                onChoose={() => {
                  setChosen(one.key);
                }}
              />
            </li>
          ))}
        </ul>
      </section>
      <section className="scenario-paper" aria-label={t('scenario.edit')}>
        {chosen === null ? (
          <Alert type="info" showIcon title={t('scenario.help')} />
        ) : (
          <ScenarioDesk
            key={chosen}
            programme={programme}
            scenario={chosen}
            nonce={nonce}
            result={open}
            onSaved={play}
            onGone={() => {
              setChosen(null);
              play();
            }}
          />
        )}
      </section>
      <section className="scenario-side" aria-label={t('scenario.coverage')}>
        {coverage === undefined ? null : <CoverageLine coverage={coverage} />}
        <Picture coverage={coverage} />
      </section>
    </div>
  );
};
