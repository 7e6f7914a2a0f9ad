import { FastForwardOutlined, ReloadOutlined, SaveOutlined } from '@ant-design/icons';
import { Alert, Button, DatePicker, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Scenario } from '#contract/definition/scenario.ts';
import { textIn } from '#contract/text.ts';
import { instantOfLocal, localTime } from '#engine/calendar.ts';
import type { Organisation } from '#engine/case.ts';
import { playableKinds } from './first-moment.ts';
import { useWalkNames } from './use-walk-names.ts';
import { advanceTo, coming, lookAt, type Walk } from './walk.ts';
import { WalkCast } from './walk-cast.tsx';

interface Props {
  walk: Walk;
  actor: string;
  organisations: readonly Organisation[];
  onWalk: (walk: Walk) => void;
  onActor: (actor: string) => void;
  /** Begins anew: with another organisation, or as before. */
  onRestart: (organisation: Scenario['given']['organisation']) => void;
  onSave: () => void;
}

const DAY = 86_400_000;

/** For which organisation, in which period, at what time; and who there is to play. */
export const WalkControls = ({ walk, actor, organisations, onWalk, onActor, onRestart, onSave }: Props) => {
  const { t, i18n } = useTranslation();
  const names = useWalkNames(walk);
  const { model, world, given } = walk;
  const { zone } = model.programme;
  const kinds = playableKinds(model);
  const [next] = coming(walk);
  const periods = world.cases.flatMap(({ case: { id, period } }) => (period === null ? [] : [{ id, period }]));
  const chosen = given.organisation?.code ?? `kind:${given.organisation?.kind ?? ''}`;
  const choose = (value: string): void => {
    onRestart(value.startsWith('kind:') ? { kind: value.slice(5) } : { code: value });
  };
  return (
    <section className="walk-controls" aria-label={t('walk.controls')}>
      <Alert type="info" showIcon title={t('walk.nothing-stored')} />
      {kinds.length === 0 ? null : (
        <label className="walk-field">
          <span>{t('walk.organisation')}</span>
          <Select
            className="wide"
            aria-label={t('walk.organisation')}
            showSearch={{ optionFilterProp: 'label' }}
            value={chosen}
            onChange={choose}
            options={[
              {
                label: t('walk.made-up'),
                options: kinds.map((kind) => ({ value: `kind:${kind}`, label: names.kind(kind) })),
              },
              {
                label: t('walk.real'),
                options: organisations
                  .filter((one) => one.kinds.some((kind) => kinds.includes(kind)))
                  .map(({ code, title }) => ({ value: code, label: title })),
              },
            ]}
          />
        </label>
      )}
      {periods.length === 0 ? null : (
        <label className="walk-field">
          <span>{t('walk.period')}</span>
          <Select
            className="wide"
            aria-label={t('walk.period')}
            value={walk.caseId}
            onChange={(id) => {
              onWalk(lookAt(walk, id));
            }}
            options={periods.map(({ id, period }) => ({
              value: id,
              label: textIn(period.title, i18n.language) || period.key,
            }))}
          />
        </label>
      )}
      <div className="walk-clock">
        <span className="quiet">{t('walk.now')}</span>
        <strong role="status">{names.moment(world.now)}</strong>
        <Button
          type="primary"
          icon={<FastForwardOutlined />}
          disabled={next === undefined}
          onClick={() => {
            if (next !== undefined) onWalk(advanceTo(walk, next.at));
          }}
        >
          {t('walk.to-next')}
        </Button>
        <span className="quiet">
          {next === undefined ? t('walk.nothing-comes') : `${names.moment(next.at)} · ${names.coming(next)}`}
        </span>
        <Space wrap size={4}>
          <Button
            size="small"
            onClick={() => {
              onWalk(advanceTo(walk, world.now + DAY));
            }}
          >
            {t('walk.day')}
          </Button>
          <Button
            size="small"
            onClick={() => {
              onWalk(advanceTo(walk, world.now + 7 * DAY));
            }}
          >
            {t('walk.week')}
          </Button>
          <DatePicker
            size="small"
            aria-label={t('walk.to-day')}
            placeholder={t('walk.to-day')}
            value={null}
            minDate={dayjs(localTime(world.now, zone)).add(1, 'day')}
            onChange={(value: Dayjs | null) => {
              if (value !== null) onWalk(advanceTo(walk, instantOfLocal(`${value.format('YYYY-MM-DD')}T09:00`, zone)));
            }}
          />
        </Space>
      </div>
      <WalkCast walk={walk} actor={actor} onActor={onActor} />
      <Space wrap>
        <Button icon={<SaveOutlined />} disabled={walk.steps.length === 0} onClick={onSave}>
          {t('walk.save')}
        </Button>
        <Button
          icon={<ReloadOutlined />}
          onClick={() => {
            onRestart(given.organisation);
          }}
        >
          {t('walk.restart')}
        </Button>
      </Space>
    </section>
  );
};
