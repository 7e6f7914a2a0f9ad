import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewProgrammeMade } from '#contract/wire/design.ts';
import { fetchDefinition, saveDraft } from '../../../api/designs.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { isDay } from '../calendar/year-days.ts';
import { byDefinition, identityOf, isLeft, type ShiftedDate, withDates } from './shifted-date.ts';

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;
const YEAR = /^\d{4}$/;

/** What stands in the place of a date must be of its sort: a day, a day with a time, or a year. */
const fits = (typed: string, { before }: ShiftedDate): boolean => {
  if (YEAR.test(before)) return YEAR.test(typed);
  return isDay(before) ? isDay(typed) : LOCAL_TIME.test(typed) && isDay(typed.slice(0, 10));
};

interface RowProps {
  date: ShiftedDate;
  value: string;
  onType: (value: string) => void;
}

const DateRow = ({ date, value, onType }: RowProps) => {
  const { t } = useTranslation();
  const place = date.path.join(' › ');
  return (
    <tr>
      <th scope="row">
        <code>{place}</code> {isLeft(date) ? <Tag color="warning">{t('new-programme.left')}</Tag> : null}
      </th>
      <td>{date.before}</td>
      <td>
        <Input
          aria-label={`${t('new-programme.after')} ${place}`}
          value={value}
          status={fits(value, date) || value === date.after ? '' : 'error'}
          onChange={({ target }) => {
            onType(target.value);
          }}
        />
      </td>
    </tr>
  );
};

interface Props {
  made: NewProgrammeMade;
  onDone: () => void;
}

/** Every date of the new programme beside that of the old one; what is changed here is saved into the drafts. */
export const DatesReview = ({ made, onDone }: Props) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const valueOf = (date: ShiftedDate): string => typed.get(identityOf(date)) ?? date.after;
  const changed = made.dates.filter((date) => valueOf(date) !== date.after);
  const wrong = changed.filter((date) => !fits(valueOf(date), date));
  const save = useMutation({
    mutationFn: async () => {
      for (const { name, dates } of byDefinition(changed)) {
        const { draft } = await fetchDefinition(made.key, name);
        if (draft === null) continue;
        const text = withDates(
          draft.text,
          name.kind,
          dates.map((date) => ({ date, value: valueOf(date) })),
        );
        await saveDraft(made.key, name, { text, rev: draft.rev });
      }
    },
    onSuccess: onDone,
  });
  const left = made.dates.filter((date) => isLeft(date) && valueOf(date) === date.after).length;
  return (
    <Modal
      open
      width={860}
      title={t('new-programme.review')}
      closable={false}
      footer={[
        <Button
          key="done"
          type="primary"
          disabled={wrong.length > 0}
          loading={save.isPending}
          onClick={() => {
            if (changed.length === 0) onDone();
            else save.mutate();
          }}
        >
          {t(changed.length === 0 ? 'new-programme.right' : 'new-programme.save', { count: changed.length })}
        </Button>,
      ]}
    >
      <p>{t('new-programme.review-help')}</p>
      {left === 0 ? null : <Alert type="warning" showIcon title={t('new-programme.some-left', { count: left })} />}
      <ProblemAlert error={save.error} />
      <div className="dates-review">
        {byDefinition(made.dates).map(({ name, dates }) => (
          <section key={`${name.kind} ${name.key}`}>
            <h4>
              {t(`kind.${name.kind}`)} <code>{name.key}</code>
            </h4>
            <table className="dates-table">
              <thead>
                <tr>
                  <th scope="col">{t('new-programme.place')}</th>
                  <th scope="col">{t('new-programme.before')}</th>
                  <th scope="col">{t('new-programme.after')}</th>
                </tr>
              </thead>
              <tbody>
                {dates.map((date) => (
                  <DateRow
                    key={identityOf(date)}
                    date={date}
                    value={valueOf(date)}
                    onType={(value) => {
                      setTyped(new Map([...typed, [identityOf(date), value]]));
                    }}
                  />
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </Modal>
  );
};
