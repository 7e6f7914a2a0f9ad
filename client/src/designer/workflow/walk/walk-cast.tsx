import { useTranslation } from 'react-i18next';
import { isEnabled, seenAs } from './trial-view.ts';
import { useWalkNames } from './use-walk-names.ts';
import type { Walk } from './walk.ts';

/** Everybody of the workflow, with what each can do now; whoever is chosen is played. */
export const WalkCast = ({ walk, actor, onActor }: { walk: Walk; actor: string; onActor: (actor: string) => void }) => {
  const { t, i18n } = useTranslation();
  const names = useWalkNames(walk);
  return (
    <fieldset className="walk-cast">
      <legend>{t('walk.play-as')}</legend>
      {Object.keys(walk.model.workflow.actors).map((key) => {
        const seen = seenAs(walk, key, { name: names.actor(key), language: i18n.language });
        const can = (seen?.possible.actions ?? []).filter(isEnabled).map(({ key: action, proxy }) => {
          const title = names.action(seen?.view.state ?? '', action);
          return proxy ? t('case.by-proxy', { title }) : title;
        });
        const told =
          seen === null ? t('walk.nobody') : can.length === 0 ? t('walk.waits') : can.join(t('workflow.comma'));
        return (
          <button
            key={key}
            type="button"
            className="walk-actor"
            aria-pressed={key === actor}
            disabled={seen === null}
            onClick={() => {
              onActor(key);
            }}
          >
            <strong>{names.actor(key)}</strong>
            <span className={can.length === 0 ? 'quiet' : 'walk-can'}>{told}</span>
          </button>
        );
      })}
    </fieldset>
  );
};
