import type { TFunction } from 'i18next';
import type { Effect, HistoryEvent } from '#engine/effect.ts';
import { caseValues } from '#engine/environment-values.ts';
import { tell } from '#engine/expression-template.ts';
import { factsFor, playedIn, type Followed } from '#engine/scenario-world.ts';
import type { useWalkNames } from './use-walk-names.ts';
import type { Walk } from './walk.ts';

interface Words {
  t: TFunction;
  names: ReturnType<typeof useWalkNames>;
}

/** One line of the history in words. */
export const eventWords = (event: HistoryEvent, { t, names }: Words): string => {
  const { type, action, from, to, actor } = event;
  const what =
    type === 'acted' && action !== null && from !== null ? names.action(from, action) : t(`walk.event.${type}`);
  const who = actor === null ? '' : `${names.actor(actor)} · `;
  const way =
    from !== null && to !== null && from !== to ? `${t('colon')}${names.state(from)} → ${names.state(to)}` : '';
  return who + what + way;
};

type Notice = Extract<Effect, { kind: 'notice' }>;

/** The words that would be sent: the workflow's own, else what the standard words are about. */
export const noticeWords = (
  walk: Walk,
  line: Followed & { notice: Notice },
  { t, names, locale }: Words & { locale: string },
): string => {
  const { model, world } = walk;
  const { notice, case: current, at } = line;
  const own = model.workflow.messages?.[notice.template];
  const played = playedIn(world, current.id);
  const { comment, reason } = notice.payload;
  const said = typeof comment === 'string' ? comment : typeof reason === 'string' ? reason : '';
  if (own !== undefined && played !== undefined) {
    const facts = factsFor(world, played, { person: null });
    const values = caseValues(model, { case: current, facts, now: at, comment: said, event: notice.template });
    return tell(model, own, { place: { at: 'message' }, values, locale });
  }
  return t(`walk.notice.${notice.about}`, { state: names.state(current.state), comment: said });
};
