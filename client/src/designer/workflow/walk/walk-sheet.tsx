import { Alert, Empty, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormPackage } from '#contract/wire/definition.ts';
import type { FormValidator } from '../../../form/load-validator.ts';
import { StateTag } from '../../../ui/state-tag.tsx';
import { type Seen, seenAs } from './trial-view.ts';
import { useWalkNames } from './use-walk-names.ts';
import type { Walk } from './walk.ts';
import { WalkForm } from './walk-form.tsx';
import { WalkRefusal } from './walk-refusal.tsx';

interface Props {
  walk: Walk;
  actor: string;
  form: FormPackage;
  validator: FormValidator;
  onWalk: (walk: Walk) => void;
}

const Heading = ({ seen, name }: { seen: Seen; name: string }) => {
  const { t } = useTranslation();
  return (
    <div className="walk-heading">
      <h2>{t('walk.sees', { name })}</h2>
      <StateTag row={seen.view} />
      {seen.view.tasks.map(({ key, title, assignee }) => (
        <Tag key={key}>{assignee === null ? title : t('walk.claimed', { title })}</Tag>
      ))}
    </div>
  );
};

/** What the role that is played has on the screen: the real form, and what can be done. */
export const WalkSheet = ({ walk, actor, form, validator, onWalk }: Props) => {
  const { t, i18n } = useTranslation();
  const names = useWalkNames(walk);
  const seen = seenAs(walk, actor, { name: names.actor(actor), language: i18n.language });
  if (seen === null)
    return (
      <section className="walk-sheet">
        <Empty description={t('walk.nobody')} />
      </section>
    );
  return (
    <section className="walk-sheet" aria-label={t('walk.sees', { name: names.actor(actor) })}>
      <Heading seen={seen} name={names.actor(actor)} />
      <WalkRefusal walk={walk} />
      {seen.view.status === 'upcoming' ? <Alert type="info" showIcon title={t('walk.upcoming')} /> : null}
      <WalkForm walk={walk} actor={actor} seen={seen} form={form} validator={validator} onWalk={onWalk} />
    </section>
  );
};
