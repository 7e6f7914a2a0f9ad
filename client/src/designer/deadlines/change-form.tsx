import { Alert, Form, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeadlinesView, DeadlineView } from '#contract/wire/deadline.ts';
import { ALL_PERIODS, deadlineOf, isByPeriod, isExpression, keyOf, organisationsOf, type Wish } from './change-wish.ts';
import { lengthWords } from './deadline-words.ts';
import { NewDue } from './new-due.tsx';

export interface ChangeFormProps {
  view: DeadlinesView;
  wish: Wish;
  onWish: (part: Partial<Wish>) => void;
}

const Whom = ({ view, wish, onWish, deadline }: ChangeFormProps & { deadline: DeadlineView }) => {
  const { t, i18n } = useTranslation();
  const { extension } = deadline;
  const limit =
    extension?.max == null
      ? t('deadlines.scope.no-limit')
      : t('deadlines.scope.limit', { length: lengthWords({ t, language: i18n.language }, extension.max) });
  const scopes = [
    'all' as const,
    ...(deadline.kinds.length > 1 ? ['kind' as const] : []),
    ...(deadline.kinds.length > 0 ? ['organisation' as const] : []),
  ];
  return (
    <Form.Item label={t('deadlines.scope')}>
      <Radio.Group
        aria-label={t('deadlines.scope')}
        value={wish.scope}
        optionType="button"
        options={scopes.map((scope) => ({
          value: scope,
          label: t(`deadlines.scope.${scope}`),
          disabled: scope === 'organisation' && extension === null,
        }))}
        onChange={(event) => {
          onWish({ scope: event.target.value as Wish['scope'] });
        }}
      />
      {extension === null && scopes.includes('organisation') ? (
        <p className="quiet">{t('deadlines.scope.no-extension')}</p>
      ) : null}
      {wish.scope === 'kind' ? (
        <Select
          aria-label={t('deadlines.scope.kind')}
          className="due-whom"
          placeholder={t('deadlines.choose-kind')}
          value={wish.kind ?? null}
          options={deadline.kinds.map(({ key, title }) => ({ value: key, label: title }))}
          onChange={(kind: string | null) => {
            onWish({ kind: kind ?? undefined });
          }}
        />
      ) : null}
      {wish.scope === 'organisation' ? (
        <>
          <Select
            aria-label={t('deadlines.scope.organisation')}
            className="due-whom"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('deadlines.choose-organisation')}
            value={wish.organisation ?? null}
            options={organisationsOf(view, wish)}
            onChange={(organisation: string | null) => {
              onWish({ organisation: organisation ?? undefined });
            }}
          />
          <p className="quiet">{t('deadlines.scope.organisation-help', { limit })}</p>
        </>
      ) : null}
    </Form.Item>
  );
};

const PeriodChoice = ({ wish, onWish, deadline }: Omit<ChangeFormProps, 'view'> & { deadline: DeadlineView }) => {
  const { t } = useTranslation();
  const periods = new Map(deadline.periods.map(({ key, title, due }) => [key, `${title}（${due}）`]));
  return (
    <Form.Item label={t('deadlines.which-period')}>
      <Select
        aria-label={t('deadlines.which-period')}
        value={wish.period ?? null}
        options={[
          ...[...periods].map(([value, label]) => ({ value, label })),
          { value: ALL_PERIODS, label: t('deadlines.all-periods') },
        ]}
        onChange={(period: string | null) => {
          onWish({ period: period ?? undefined, ...(period === ALL_PERIODS ? { way: 'days' as const } : {}) });
        }}
      />
    </Form.Item>
  );
};

/** What is to be moved, for whom, and to when. */
export const ChangeForm = ({ view, wish, onWish }: ChangeFormProps) => {
  const { t } = useTranslation();
  const deadline = deadlineOf(view, wish.which);
  return (
    <Form component="div" layout="vertical" className="due-form">
      <Form.Item label={t('deadlines.which')}>
        <Select
          aria-label={t('deadlines.which')}
          placeholder={t('deadlines.which-missing')}
          value={wish.which ?? null}
          showSearch={{ optionFilterProp: 'label' }}
          options={view.deadlines.map((one) => ({ value: keyOf(one), label: `${one.workflowTitle} · ${one.title}` }))}
          onChange={(which: string | null) => {
            onWish({
              which: which ?? undefined,
              period: undefined,
              scope: 'all',
              kind: undefined,
              organisation: undefined,
            });
          }}
        />
      </Form.Item>
      {deadline === undefined ? null : isExpression(deadline) ? (
        <Alert type="info" showIcon title={t('deadlines.expression-help')} />
      ) : (
        <>
          {isByPeriod(deadline) ? <PeriodChoice wish={wish} onWish={onWish} deadline={deadline} /> : null}
          <Whom view={view} wish={wish} onWish={onWish} deadline={deadline} />
          <NewDue wish={wish} onWish={onWish} deadline={deadline} />
        </>
      )}
    </Form>
  );
};
