import { useTranslation } from 'react-i18next';
import { textIn } from '#contract/text.ts';
import { localTime } from '#engine/calendar.ts';
import type { Instant } from '#engine/case.ts';
import { day } from '../../../ui/dates.ts';
import { actorTitle } from '../names.ts';
import type { Coming, Walk } from './walk.ts';

/** How everything in a walk is called for the reader. */
export const useWalkNames = ({ model }: Walk) => {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const { workflow, programme } = model;
  const named = {
    workflow: workflow as unknown as Record<string, unknown>,
    language,
    surroundings: { programme },
  };
  const deadline = (key: string): string => textIn(workflow.deadlines?.[key]?.title, language) || key;
  return {
    actor: (key: string): string => actorTitle(named, key),
    state: (key: string): string => textIn(workflow.states[key]?.title, language) || key,
    action: (state: string, key: string): string => {
      const rule = workflow.states[state]?.on?.[key];
      return rule !== undefined && 'title' in rule ? textIn(rule.title, language) : key;
    },
    deadline,
    kind: (key: string): string => textIn(programme.organisation_kinds[key]?.title, language) || key,
    moment: (at: Instant): string => {
      const local = localTime(at, programme.zone);
      return `${day(local.slice(0, 10), language)} ${local.slice(11, 16)}`;
    },
    coming: ({ kind, key }: Coming): string => t(`walk.coming.${kind}`, { name: deadline(key) }),
  };
};
